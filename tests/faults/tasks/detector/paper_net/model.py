"""YOURS. What learns: convolutions down to a grid of cells.

Shapes: b batch.
"""

import keras
from keras import layers


def detector(inputs, targets, initializer, filters):
    """Strided convolutions with batch normalization; each cell of the last map speaks for 8×8 pixels."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 32, 32, 1)
    x = block(image, filters, 2, initializer, "conv1")  # (b, 16, 16, filters)
    x = block(x, 2 * filters, 2, initializer, "conv2")  # (b, 8, 8, 2 * filters)
    x = block(x, 2 * filters, 1, initializer, "conv3")
    x = block(x, 3 * filters, 2, initializer, "conv4")  # (b, 4, 4, 3 * filters)
    x = block(x, 3 * filters, 1, initializer, "conv5")
    return keras.Model(image, convolution(x, targets.shape[-1], 1, 1, initializer, "cells"), name="detector")


def block(x, filters, strides, initializer, name):
    x = convolution(x, filters, 3, strides, initializer, name)
    x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
    return layers.LeakyReLU(negative_slope=0.1, name=f"{name}_leaky")(x)


def convolution(x, filters, size, strides, initializer, name):
    return layers.Conv2D(
        filters,
        size,
        strides=strides,
        padding="same",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
        name=name,
    )(x)
