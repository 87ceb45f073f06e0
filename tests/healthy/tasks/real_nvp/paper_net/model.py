"""YOURS. What learns: a RealNVP of affine couplings, Dinh et al. 2017, in two dimensions. Shapes: b batch."""

import math

import keras
from keras import layers, ops


def real_nvp(inputs, targets, initializer, couplings, width):
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    kept, moved = point[:, :1], point[:, 1:]  # (b, 1) each
    log_volume = 0.0
    for i in range(couplings):
        x = layers.Activation("tanh", name=f"coupling{i}_tanh1")(dense(kept, width, initializer, f"coupling{i}_1"))
        x = layers.Activation("tanh", name=f"coupling{i}_tanh2")(dense(x, width, initializer, f"coupling{i}_2"))
        shift = dense(x, 1, initializer, f"shift{i}")
        log_scale = 2 * ops.tanh(dense(x, 1, initializer, f"log_scale{i}"))  # bounded, so that no step is too far
        kept, moved = moved * ops.exp(log_scale) + shift, kept  # the halves change places
        log_volume = log_volume + log_scale
    log_prior = -0.5 * (kept**2 + moved**2) - math.log(2 * math.pi)
    return keras.Model(point, log_prior + log_volume, name="real_nvp")  # (b, 1)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
