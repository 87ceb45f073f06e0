import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Mean and standard deviation from one trunk, which learns from the mean alone.

    Returns:
        A model from (b, 1) to (b, 2): mean, deviation.

    Source: Stirn et al. 2023, Faithful Heteroscedastic Regression with Neural Networks, section 3.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")  # (b, 1)
    wide = layers.Rescaling(math.pi, name="wide")(place)
    x = dense(units, wide, activation="elu", name="trunk_0")  # (b, units)
    x = dense(units, x, activation="elu", name="trunk_1")
    mean = dense(1, x, name="mean")  # (b, 1)
    z = layers.Lambda(ops.stop_gradient, name="detached")(x)  # the deviation does not shape the trunk
    scale = dense(1, dense(units, z, activation="elu", name="scale_hidden"), activation="softplus", name="scale")
    return keras.Model(place, layers.Concatenate(name="moments")([mean, scale]), name="faithful")  # (b, 2)
