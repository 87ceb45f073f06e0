"""YOURS. What learns. Shapes: b batch."""

import math

import keras
from keras import layers


def normed_mlp(inputs, targets, initializer, widths, prior):
    """Dense layers with layer normalization and GELU; the output starts at the share of positives, as in Lin et al. 2017."""
    x = given = keras.Input(inputs.shape, dtype=inputs.dtype, name="measurements")  # (b, 20)
    for number, width in enumerate(widths, start=1):
        x = layers.LayerNormalization(name=f"norm{number}")(dense(x, width, initializer, f"hidden{number}"))
        x = layers.Activation("gelu", name=f"gelu{number}")(x)  # (b, width)
    logit = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=keras.initializers.Constant(math.log(prior / (1 - prior))),
        name="logit",
    )(x)
    return keras.Model(given, logit, name="normed_mlp")  # (b, 1)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
