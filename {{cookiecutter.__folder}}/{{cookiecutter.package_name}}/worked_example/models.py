"""YOURS. The MLP and the GRU of Greydanus & Kobak 2020; a builder's contract is in ../model.py.

Shapes: b batch, t positions.
"""

import keras
from keras import layers


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


def mlp(inputs, targets, initializer, width, residual):
    """Two hidden layers; MLPBase in the released code.

    Args:
        width: units of each.
        residual: whether the first is added to the second, as in the released code.
    """
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 40, 1)
    x = layers.Flatten(name="flatten")(signal)  # (b, 40)
    first = layers.ReLU(name="hidden1_relu")(dense(x, width, initializer, "hidden1"))  # (b, width)
    second = layers.ReLU(name="hidden2_relu")(dense(first, width, initializer, "hidden2"))  # (b, width)
    hidden = layers.Add(name="residual")([first, second]) if residual else second
    return keras.Model(signal, dense(hidden, targets.classes, initializer, "logits"), name="mlp")  # (b, 10)


def gru(inputs, targets, initializer, units):
    """A GRU in both directions, and a linear layer on all of its steps; GRUBase in the released code.

    Args:
        units: of each direction.
    """
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 40, 1)
    cell = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="gru",
    )
    x = layers.Bidirectional(cell, name="both_ways")(signal)  # (b, 40, 2 * units)
    x = layers.Flatten(name="flatten")(x)  # (b, 80 * units)
    return keras.Model(signal, dense(x, targets.classes, initializer, "logits"), name="gru")  # (b, 10)
