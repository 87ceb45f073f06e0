"""YOURS. What learns: how the series goes on from its last value.

Shapes: b batch, t positions of the window, k of the horizon.
"""

import keras
from keras import layers


def forecaster(inputs, targets, initializer, width):
    """A network that sees the window relative to its last value and forecasts relative to it: it does not mind a drift.

    Args:
        width: units of the hidden layers.
    """
    window = keras.Input(inputs.shape, dtype=inputs.dtype, name="window")  # (b, t, 1)
    values = layers.Flatten(name="values")(window)  # (b, t)
    last = values[:, -1:]  # (b, 1)
    x = layers.Subtract(name="relative")([values, last])
    x = layers.ReLU(name="hidden1_relu")(dense(x, width, initializer, "hidden1"))  # (b, width)
    x = layers.ReLU(name="hidden2_relu")(dense(x, width, initializer, "hidden2"))  # (b, width)
    change = dense(x, targets.shape[0], initializer, "change")  # (b, k)
    return keras.Model(window, layers.Add(name="forecast")([change, last]), name="forecaster")  # (b, k)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
