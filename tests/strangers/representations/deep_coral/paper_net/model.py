"""YOURS. What learns. Shapes: b batch, d features."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, features, coral):
    """The same encoder and head for both domains; their features meet in the CORAL loss."""

    def dense(width, fan_in, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)

    signals = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    feature = dense(features, inputs["source"].shape[-1], name="feature")
    hidden = dense(units, features, activation="relu", name="hidden")
    head = dense(targets["source"].classes, units, name="head")
    source, target = Coral(coral, name="coral")([feature(signals["source"]), feature(signals["target"])])  # (b, d)
    logits = {"source": head(hidden(source)), "target": head(hidden(target))}  # (b, 4)
    return keras.Model(signals, logits, name="deep_coral")


class Coral(layers.Layer):
    """Adds weight |C_source - C_target|² / (4 d²) to the loss, and returns both features as they are.

    Source: Sun and Saenko 2016, arXiv 1607.01719, equations 1 to 3.
    """

    def __init__(self, weight, **options):
        super().__init__(**options)
        self.weight = weight

    def call(self, pair):
        source, target = pair
        d = source.shape[-1]
        apart = ops.sum((covariance(source) - covariance(target)) ** 2) / (4 * d**2)
        self.add_loss(self.weight * apart)
        return source, target


def covariance(x):
    """Of the columns of x (b, d), over the batch: (d, d)."""
    n = ops.cast(ops.shape(x)[0], x.dtype)
    x = x - ops.mean(x, axis=0, keepdims=True)
    return ops.matmul(ops.transpose(x), x) / (n - 1)
