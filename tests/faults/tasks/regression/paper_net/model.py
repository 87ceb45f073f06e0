"""YOURS. What learns: a multilayer perceptron with one value. Shapes: b batch."""

import keras
from keras import layers


def mlp(inputs, targets, initializer, units, depth):
    quantities = keras.Input(inputs.shape, dtype=inputs.dtype, name="quantities")  # (b, 10)
    x = quantities
    for number in range(depth):
        x = dense(x, units, initializer, f"hidden{number}", activation="relu")
    strength = dense(x, 1, initializer, "strength")  # (b, 1)
    return keras.Model(quantities, strength, name="mlp")


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


def linear(inputs, targets, initializer):
    """The dumb baseline: linear regression."""
    quantities = keras.Input(inputs.shape, dtype=inputs.dtype, name="quantities")
    return keras.Model(quantities, dense(quantities, 1, initializer, "strength"), name="linear")
