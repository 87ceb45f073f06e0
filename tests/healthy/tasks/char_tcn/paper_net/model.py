"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def tcn(inputs, targets, initializer, channels, dilations):
    """Causal dilated convolutions in residual blocks, a logit a character and position (Bai et al. 2018)."""
    text = keras.Input(inputs.shape, dtype=inputs.dtype, name="text")  # (b, 64)
    x = layers.Embedding(targets.classes, channels, name="embedding")(text)  # (b, 64, channels)
    for number, dilation in enumerate(dilations, 1):
        y = layers.LayerNormalization(name=f"norm{number}")(x)
        y = layers.Conv1D(
            channels,
            3,
            padding="causal",
            dilation_rate=dilation,
            activation="gelu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=3 * channels),
            name=f"conv{number}",
        )(y)  # (b, 64, channels)
        x = layers.Add(name=f"add{number}")([x, y])
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=channels),
        name="logits",
    )(x)  # (b, 64, 29)
    return keras.Model(text, logits, name="tcn")
