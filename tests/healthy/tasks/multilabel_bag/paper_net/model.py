"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def bag(inputs, targets, initializer, tokens, width, dropout):
    """The mean of the words' embeddings, paddings left out, and a logit a subject (Joulin et al. 2016)."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, 40)
    x = layers.Embedding(tokens, width, mask_zero=True, name="embedding")(words)  # (b, 40, width)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width)
    x = layers.Dropout(dropout, name="dropout")(x)
    logits = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=keras.initializers.Constant(-2.0),  # most subjects are absent
        name="subjects",
    )(x)  # (b, 12)
    return keras.Model(words, logits, name="bag")
