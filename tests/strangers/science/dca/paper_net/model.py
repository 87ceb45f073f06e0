"""YOURS. What learns. Shapes: b batch, g genes."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """An autoencoder whose output is a distribution of each gene's count. Eraslan et al. 2019."""
    genes = inputs["expression"].shape[-1]

    def dense(width, x, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    expression = keras.Input(inputs["expression"].shape, name="expression")
    size = keras.Input(inputs["size"].shape, name="size")
    x = expression
    for i, width in enumerate(units):
        x = dense(width, x, f"hidden_{i}")
        x = layers.BatchNormalization(center=True, scale=False, name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
    mean = Exponential(name="mean")(dense(genes, x, "log_mean"))  # (b, g), of a cell of size 1
    mean = layers.Multiply(name="scaled")([mean, size])
    dispersion = Softplus(name="dispersion")(dense(genes, x, "raw_dispersion"))
    dropout = layers.Activation("sigmoid", name="dropout")(dense(genes, x, "raw_dropout"))
    outputs = Stack(name="outputs")([mean, dispersion, dropout])  # (b, g, 3)
    return keras.Model({"expression": expression, "size": size}, outputs, name="dca")


class Exponential(layers.Layer):
    def call(self, x):
        return ops.clip(ops.exp(x), 1e-5, 1e6)


class Softplus(layers.Layer):
    def call(self, x):
        return ops.clip(ops.softplus(x), 1e-4, 1e4)


class Stack(layers.Layer):
    def call(self, parts):
        return ops.stack(parts, axis=-1)
