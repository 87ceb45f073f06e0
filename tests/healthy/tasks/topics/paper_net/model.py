"""YOURS. A bag of words: the order does not count.

Shapes: b batch, t positions, d width.
"""

import keras
from keras import layers


def bag(inputs, targets, initializer, words, width, units):
    """The mean of the words' vectors, the padding left out, and a small network."""
    text = keras.Input(inputs.shape, dtype=inputs.dtype, name="text")  # (b, t)
    x = layers.Embedding(words + 1, width, mask_zero=True, name="words")(text)  # (b, t, d); word 0 is padding
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, d)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="hidden",
    )(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )
    return keras.Model(text, logits(x), name="bag")
