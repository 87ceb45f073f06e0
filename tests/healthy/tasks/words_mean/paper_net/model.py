"""YOURS. What learns: the mean of a document's word vectors. Shapes: b batch, t words."""

import keras
from keras import layers


def bag(inputs, targets, initializer, vocabulary, width, dropout):
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(vocabulary, width, mask_zero=True, name="embedding")(words)  # (b, t, width)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width), without the filling
    x = layers.Dropout(dropout, name="dropout")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="logits",
    )(x)  # (b, 5)
    return keras.Model(words, logits, name="bag")
