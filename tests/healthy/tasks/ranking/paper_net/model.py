"""YOURS. What learns. Shapes: b batch, d documents."""

import keras
from keras import layers


def scorer(inputs, targets, initializer, width):
    """The same two hidden layers for each document; a score of each."""
    x = given = keras.Input(inputs.shape, dtype=inputs.dtype, name="documents")  # (b, d, 10)
    for number in (1, 2):
        x = layers.Activation("tanh", name=f"tanh{number}")(dense(x, width, initializer, f"hidden{number}"))
    x = dense(x, 1, initializer, "score")  # (b, d, 1)
    return keras.Model(given, layers.Flatten(name="scores")(x), name="scorer")  # (b, d)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
