"""YOURS. What learns: one hidden layer and a probability for each label. Shapes: b batch."""

import keras
from keras import layers


def mlp(inputs, targets, initializer, units):
    activities = keras.Input(inputs.shape, dtype=inputs.dtype, name="activities")  # (b, 16)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[-1]),
        name="hidden",
    )(activities)
    x = layers.Dense(targets.shape[-1], name="head")(x)  # (b, 6)
    probabilities = layers.Activation("sigmoid", name="probabilities")(x)
    return keras.Model(activities, probabilities, name="mlp")


def linear(inputs, targets, initializer):
    """The dumb baseline: a logistic regression for each label."""
    activities = keras.Input(inputs.shape, dtype=inputs.dtype, name="activities")
    x = layers.Dense(targets.shape[-1], activation="sigmoid", name="head")(activities)
    return keras.Model(activities, x, name="linear")
