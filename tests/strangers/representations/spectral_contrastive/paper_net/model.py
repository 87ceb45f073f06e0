"""YOURS. What learns, and the loss it has of its own. Shapes: b batch, k features."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, features):
    """One encoder for both views."""

    def dense(width, x, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    image = keras.Input(inputs["view"].shape, name="image")
    x = layers.Flatten(name="flatten")(image)  # (b, 64)
    for i in range(2):
        x = dense(units, x, f"hidden_{i}", use_bias=True)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
    encoder = keras.Model(image, dense(features, x, "features"), name="encoder")  # (b, k)
    pair = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    z = ops.stack([encoder(pair["view"]), encoder(pair["other"])], axis=1)  # (b, 2, k)
    return Spectral(pair, z, name="spectral")


class Spectral(keras.Model):
    """-2 E f(x)'f(x+) + E (f(x)'f(x'))², x+ another view of the same image, x' a view of another one.

    Source: HaoChen et al. 2021, arXiv 2106.04156, equation 6.
    """

    def __init__(self, *graph, **options):
        super().__init__(*graph, **options)
        self.retrieval = keras.metrics.Mean(name="retrieval")

    @property
    def encoder(self):
        return self.get_layer("encoder")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        a, b = y_pred[:, 0], y_pred[:, 1]  # (b, k)
        products = ops.matmul(a, ops.transpose(b))  # (b, b), its diagonal are the pairs
        n = ops.shape(products)[0]
        same = ops.eye(n, dtype=products.dtype)
        pairs = ops.sum(products * same, axis=-1)  # (b)
        count = ops.cast(n, products.dtype) - 1
        others = ops.sum((1 - same) * ops.square(products), axis=-1) / ops.maximum(count, 1)  # (b)
        found = ops.equal(ops.argmax(products, axis=-1), ops.argmax(same, axis=-1))
        self.retrieval.update_state(ops.cast(found, "float32"))
        return ops.mean(others - 2 * pairs)
