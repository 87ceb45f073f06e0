"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` as declared in
conf/data, `initializer`, and the file's own arguments; it returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def gru(inputs, targets, initializer, tokens, width, units):
    """Embedding, GRU, one logit a class."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, 50)
    x = layers.Embedding(tokens, width, mask_zero=True, name="embedding")(words)  # (b, 50, width)
    x = layers.GRU(units, name="gru")(x)  # (b, units)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)  # (b, 3)
    return keras.Model(words, logits, name="gru")
