"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def selu(inputs, targets, initializer, depth, width):
    """Deep and narrow, without normalization layers: selu keeps the scale by itself (Klambauer et al. 2017)."""
    angles = keras.Input(inputs.shape, dtype=inputs.dtype, name="angles")  # (b, 4)
    x = angles
    for number in range(1, depth + 1):
        x = layers.Dense(
            width,
            activation="selu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden{number}",
        )(x)  # (b, width)
    hand = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="hand",
    )(x)  # (b, 2)
    return keras.Model(angles, hand, name="selu")
