"""YOURS. What learns. Shapes: b batch."""

import keras
from keras import layers


def policy(inputs, targets, initializer, width, actions):
    """One hidden layer, and the logits of the actions."""
    visitor = keras.Input(inputs.shape, dtype=inputs.dtype, name="visitor")  # (b, 8)
    x = layers.Activation("silu", name="hidden_silu")(dense(visitor, width, initializer, "hidden"))  # (b, width)
    return keras.Model(visitor, dense(x, actions, initializer, "logits"), name="policy")  # (b, actions)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
