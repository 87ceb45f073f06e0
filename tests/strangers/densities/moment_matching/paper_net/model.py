"""A generative moment matching network (Li, Swersky & Zemel 2015): noise -> samples, trained by MMD, no adversary."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, noise, units, bandwidths):
    data = keras.Input(inputs.shape, dtype=inputs.dtype, name="data")
    x = Noise(noise, name="noise")(data)  # (b, noise)
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="relu", name=f"hidden_{i}")
    samples = dense(inputs.shape[-1], x, initializer, activation="sigmoid", name="samples")  # (b, 64)
    return MomentMatching(data, samples, bandwidths=bandwidths, name="gmmn")


def dense(width, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)


class Noise(layers.Layer):
    """As many draws of uniform noise in -1 ... 1 as there are samples; reads nothing else of them."""

    def __init__(self, width, **options):
        super().__init__(**options)
        self.width, self.seed = width, keras.random.SeedGenerator(5)

    def call(self, data):
        return keras.random.uniform((ops.shape(data)[0], self.width), -1.0, 1.0, seed=self.seed)


class MomentMatching(keras.Model):
    def __init__(self, *args, bandwidths=(1.0,), **options):
        super().__init__(*args, **options)
        self.bandwidths = list(bandwidths)
        self.nearest = keras.metrics.Mean(name="nearest")  # from a datum to the nearest sample

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        cross = distances(x, y_pred)
        self.nearest.update_state(ops.sqrt(ops.min(cross, axis=1) + 1e-8))
        mmd = (
            ops.mean(self.kernel(distances(x, x)))
            - 2 * ops.mean(self.kernel(cross))
            + ops.mean(self.kernel(distances(y_pred, y_pred)))
        )
        return ops.sqrt(ops.maximum(mmd, 1e-8))

    def kernel(self, square):
        return sum(ops.exp(-square / (2 * s**2)) for s in self.bandwidths) / len(self.bandwidths)


def distances(a, b):
    """Squared distances of each of a (n, d) to each of b (m, d): (n, m)."""
    square = ops.sum(a * a, axis=1)[:, None] + ops.sum(b * b, axis=1)[None] - 2 * ops.matmul(a, ops.transpose(b))
    return ops.maximum(square, 0.0)
