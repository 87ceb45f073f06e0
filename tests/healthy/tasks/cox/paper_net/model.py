"""YOURS. What learns: one number, the logarithm of the risk; Katzman et al. 2018. Shapes: b batch."""

import keras
from keras import layers


def risk(inputs, targets, initializer, width):
    covariates = keras.Input(inputs.shape, dtype=inputs.dtype, name="covariates")  # (b, 8)
    x = layers.Activation("selu", name="selu1")(dense(covariates, width, initializer, "hidden1"))
    x = layers.Activation("selu", name="selu2")(dense(x, width, initializer, "hidden2"))
    # No bias: the partial likelihood does not change when all risks do.
    out = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="log_risk")(x)
    return keras.Model(covariates, out, name="risk")  # (b, 1)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
