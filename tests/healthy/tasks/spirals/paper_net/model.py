"""YOURS. What learns: a deep, narrow network without normalization layers. Shapes: b batch."""

import keras
from keras import layers


def deep(inputs, targets, initializer, depth, width):
    """`depth` layers of selu, which normalize themselves if the kernels start as LeCun's; Klambauer et al. 2017."""
    x = point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    for number in range(depth):
        x = dense(x, width, initializer, f"hidden{number}", activation="selu")  # (b, width)
    return keras.Model(point, dense(x, targets.classes, initializer, "logits"), name="deep")  # (b, 3)


def dense(x, units, initializer, name, **more):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **more)(x)
