"""YOURS. What learns: Deep Sets, Zaheer et al. 2017. Shapes: b batch, n members."""

import keras
from keras import layers, ops


def deep_sets(inputs, targets, initializer, width):
    members = keras.Input(inputs.shape, dtype=inputs.dtype, name="members")  # (b, 12, 2)
    there = members[:, :, 1:]  # (b, 12, 1)
    x = layers.Activation("elu", name="phi1_elu")(dense(members, width, initializer, "phi1"))
    x = layers.Activation("elu", name="phi2_elu")(dense(x, width, initializer, "phi2"))  # (b, 12, width)
    x = ops.sum(x * there, axis=1)  # (b, width): the order is forgotten
    x = layers.LayerNormalization(name="norm")(layers.Concatenate(name="with_size")([x, ops.sum(there, axis=1)]))
    x = layers.Activation("elu", name="rho1_elu")(dense(x, width, initializer, "rho1"))
    return keras.Model(members, dense(x, 1, initializer, "spread"), name="deep_sets")  # (b, 1)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
