"""YOURS. What learns: which of several shapes are in a picture. Shapes: b batch, h w height and width, c channels."""

import math

import keras
from keras import layers


def detector(inputs, targets, initializer, filters):
    """Two convolutions, and for each label the strongest answer anywhere in the picture."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 18, 18, 1)
    x = convolution(image, filters, 5, initializer, "conv1")  # (b, 14, 14, f)
    x = convolution(x, 2 * filters, 3, initializer, "conv2")  # (b, 12, 12, 2 f)
    x = layers.GlobalMaxPooling2D(name="anywhere")(x)  # (b, 2 f)
    logits = layers.Dense(
        math.prod(targets.shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 5)
    return keras.Model(image, logits, name="detector")


def convolution(x, filters, kernel_size, initializer, name):
    x = layers.Conv2D(
        filters,
        kernel_size,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=kernel_size**2 * x.shape[-1]),
        trainable=True,
        name=name,
    )(x)
    return layers.ReLU(name=f"{name}_relu")(x)
