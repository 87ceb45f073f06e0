"""Generative moment matching networks, Li et al. 2015."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, noise, units, bandwidths):
    """As many samples as the batch has images, from uniform noise; the images themselves are not read."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    real = keras.Input(inputs.shape, dtype=inputs.dtype, name="real")  # (b, p)
    x = Noise(noise, name="noise")(real)  # (b, noise)
    for n, width in enumerate(units):
        x = dense(width, x, activation="relu", name=f"hidden_{n}")
    samples = dense(inputs.shape[-1], x, activation="sigmoid", name="image")  # (b, p)
    return Matching(bandwidths, inputs=real, outputs=samples, name="gmmn")


class Noise(layers.Layer):
    """Uniform in -1 … 1, for each sample of the batch."""

    def __init__(self, size, **options):
        super().__init__(**options)
        self.size = size
        self.seeds = keras.random.SeedGenerator(1)

    def call(self, x):
        return keras.random.uniform((ops.shape(x)[0], self.size), -1, 1, seed=self.seeds)


class Matching(keras.Model):
    def __init__(self, bandwidths, **options):
        super().__init__(**options)
        self.bandwidths = bandwidths

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """sqrt of MMD², equations 3 and 5."""
        real, samples = x, y_pred
        squared = (
            ops.mean(self.kernel(samples, samples))
            - 2 * ops.mean(self.kernel(samples, real))
            + ops.mean(self.kernel(real, real))
        )
        return ops.sqrt(ops.maximum(squared, 1e-8))

    def kernel(self, a, b):
        """Sum of Gaussian kernels, (b, b)."""
        square = ops.sum(a**2, axis=1)[:, None] + ops.sum(b**2, axis=1)[None] - 2 * ops.matmul(a, ops.transpose(b))
        return sum(ops.exp(-square / (2 * width**2)) for width in self.bandwidths)
