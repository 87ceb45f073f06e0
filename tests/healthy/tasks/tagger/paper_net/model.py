"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def tagger(inputs, targets, initializer, tokens, width, units, dropout):
    """A bidirectional LSTM with a tag a word; paddings are masked."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, 20)
    x = layers.Embedding(tokens, width, mask_zero=True, name="embedding")(words)  # (b, 20, width)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Bidirectional(layers.LSTM(units, return_sequences=True), name="both_ways")(x)  # (b, 20, 2 units)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * units),
        name="tags",
    )(x)  # (b, 20, 5)
    return keras.Model(words, logits, name="tagger")
