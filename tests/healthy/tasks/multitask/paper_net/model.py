"""YOURS. What learns: one trunk, and a head for each question.

Shapes: b batch, t positions, f filters.
"""

import keras
from keras import layers


def multitask(inputs, targets, initializer, filters, hidden):
    """Hard parameter sharing, Caruana 1997: a convolutional trunk with a head for the form, one for the frequency.

    Args:
        filters: of the convolutions.
        hidden: units of each head.
    """
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, 64, 1)
    x = convolution(wave, filters, 7, initializer, "conv1")  # (b, 32, f)
    x = convolution(x, filters, 5, initializer, "conv2")  # (b, 16, f)
    x = convolution(x, filters, 3, initializer, "conv3")  # (b, 8, f)
    x = layers.Flatten(name="flatten")(x)  # (b, 8 * f)
    outputs = {
        "form": head(x, targets["form"].classes, hidden, initializer, "form"),  # (b, 4)
        "frequency": head(x, targets["frequency"].shape[0], hidden, initializer, "frequency"),  # (b, 1)
    }
    return keras.Model(wave, outputs, name="multitask")


def convolution(x, filters, size, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
    x = layers.Conv1D(
        filters, size, strides=2, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name
    )(x)
    return layers.ReLU(name=f"{name}_relu")(x)


def head(x, units, hidden, initializer, name):
    x = layers.ReLU(name=f"{name}_relu")(dense(x, hidden, initializer, f"{name}_hidden"))
    return dense(x, units, initializer, name)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
