"""YOURS. What learns: two convolutions and a hidden layer.

Shapes: b batch, h rows, w columns.
"""

import keras
from keras import layers


def cnn(inputs, targets, initializer, filters, hidden, dropout):
    """A small convolutional classifier.

    Args:
        filters: of the first convolution; the second has twice as many.
        hidden: units before the logits.
        dropout: share of the hidden units left out in training.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8)
    x = layers.Reshape((*inputs.shape, 1), name="channel")(image)  # (b, 8, 8, 1)
    x = convolution(x, filters, initializer, "conv1")  # (b, 4, 4, filters)
    x = convolution(x, 2 * filters, initializer, "conv2")  # (b, 2, 2, 2 * filters)
    x = layers.Flatten(name="flatten")(x)  # (b, 8 * filters)
    x = layers.ReLU(name="hidden_relu")(dense(x, hidden, initializer, "hidden"))  # (b, hidden)
    x = layers.Dropout(dropout, name="dropout")(x)
    return keras.Model(image, dense(x, targets.classes, initializer, "logits"), name="cnn")  # (b, 10)


def convolution(x, filters, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
    x = layers.Conv2D(filters, 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    x = layers.ReLU(name=f"{name}_relu")(x)
    return layers.MaxPooling2D(2, name=f"{name}_pool")(x)  # (b, h / 2, w / 2, filters)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
