"""YOURS. What learns: convolutions over time, each normalized.

Shapes: b batch, t positions, c channels.
"""

import keras
from keras import layers


def fcn(inputs, targets, initializer, filters, kernels):
    """A fully convolutional network; Wang, Yan & Oates 2016.

    Args:
        filters, kernels: of each block.
    """
    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")  # (b, t, 1)
    x = series
    for number, (channels, kernel) in enumerate(zip(filters, kernels, strict=True), 1):
        x = block(x, channels, kernel, initializer, f"block{number}")  # (b, t, c)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, c)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(series, logits, name="fcn")  # (b, classes)


def block(x, channels, size, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
    x = layers.Conv1D(
        channels, size, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=f"{name}_convolution"
    )(x)
    x = layers.BatchNormalization(momentum=0.9, name=f"{name}_normalized")(x)
    return layers.ReLU(name=f"{name}_relu")(x)
