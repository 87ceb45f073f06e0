"""YOURS. What learns: convolutions over words, the largest of each.

Shapes: b batch, t words of a review.
"""

import keras
from keras import constraints, initializers, layers


def network(inputs, targets, initializer, embedding, windows, maps, dropout, max_norm):
    """CNN-rand, from words (b, t) to the logit of praise (b, 1). Source: Kim 2014, Section 2."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")
    start = initializers.RandomUniform(-0.25, 0.25)
    x = layers.Embedding(inputs.classes, embedding, embeddings_initializer=start, name="embedding")(words)
    pooled = []
    for window in windows:
        y = layers.Conv1D(
            maps, window, activation="relu", kernel_initializer=initializer.kernel(), name=f"window_{window}"
        )(x)  # (b, t - window + 1, maps)
        pooled.append(layers.GlobalMaxPooling1D(name=f"largest_{window}")(y))
    x = layers.Concatenate(name="features")(pooled)  # (b, maps * windows)
    x = layers.Dropout(dropout, name="dropout")(x)
    logit = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        kernel_constraint=constraints.MaxNorm(max_norm, axis=0),
        name="praise",
    )(x)
    return keras.Model(words, logit, name="textcnn")
