"""YOURS. What learns: a multilayer perceptron with one probability. Shapes: b batch."""

import keras
from keras import layers


def mlp(inputs, targets, initializer, units):
    values = keras.Input(inputs.shape, dtype=inputs.dtype, name="values")  # (b, 12)
    x = hidden(values, units, initializer, "first")
    x = hidden(x, units, initializer, "second")
    x = layers.Dense(1, name="head")(x)  # (b, 1)
    probability = layers.Activation("sigmoid", name="probability")(x)
    return keras.Model(values, probability, name="mlp")


def hidden(x, units, initializer, name):
    return layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression."""
    values = keras.Input(inputs.shape, dtype=inputs.dtype, name="values")
    return keras.Model(values, layers.Dense(1, activation="sigmoid", name="head")(values), name="linear")
