"""YOURS. What learns. Shapes: b batch, n places, w width of the small network."""

import keras
from keras import layers, ops


def hypernetwork(inputs, targets, initializer, width, hidden):
    """Ha et al. 2016: a network writes the weights of a small one, another one for each curve."""
    curve = keras.Input(inputs["curve"].shape, dtype=inputs["curve"].dtype, name="curve")  # (b, 4)
    at = keras.Input(inputs["at"].shape, dtype=inputs["at"].dtype, name="at")  # (b, n, 1)
    code = dense(curve, hidden, initializer, "hidden1", "silu")
    code = dense(code, hidden, initializer, "hidden2", "silu")
    first = ops.expand_dims(dense(code, width, initializer, "first_kernel"), 1)  # (b, 1, w)
    shift = ops.expand_dims(dense(code, width, initializer, "first_bias"), 1)  # (b, 1, w)
    last = ops.expand_dims(dense(code, width, initializer, "last_kernel"), 2)  # (b, w, 1)
    level = ops.expand_dims(dense(code, 1, initializer, "last_bias"), 1)  # (b, 1, 1)
    values = ops.tanh(at * first + shift) @ last + level  # (b, n, 1)
    return keras.Model({"curve": curve, "at": at}, values, name="hypernetwork")


def dense(x, units, initializer, name, activation=None):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation=activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
