"""YOURS. What learns. Shapes: b batch, t words, d width."""

import keras
from keras import layers


def tagger(inputs, targets, initializer, words, width, units, dropout):
    """A bidirectional GRU over the words, padding left out; Huang et al. 2015 without the CRF."""
    sentence = keras.Input(inputs.shape, dtype=inputs.dtype, name="sentence")  # (b, t)
    x = layers.Embedding(words + 1, width, mask_zero=True, name="words")(sentence)  # (b, t, d)
    x = layers.SpatialDropout1D(dropout, name="dropout")(x)
    cell = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=keras.initializers.Orthogonal(seed=1),
        name="gru",
    )
    x = layers.Bidirectional(cell, merge_mode="sum", name="both_ways")(x)  # (b, t, units)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="tags")(x)  # (b, t, 5)
    return keras.Model(sentence, logits, name="tagger")
