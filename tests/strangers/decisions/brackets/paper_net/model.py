"""YOURS. A recurrent network that keeps the open brackets in mind.

Shapes: b batch, t characters.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """From characters (b, t) to logits of the bracket to close next (b, t, 4)."""
    characters = keras.Input(inputs.shape, dtype="int32", name="characters")
    x = layers.Embedding(inputs.classes, embedding, mask_zero=True, name="embedding")(characters)  # (b, t, embedding)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="memory")(
        x
    )  # (b, t, units)
    x = layers.LayerNormalization(name="norm")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)
    return keras.Model(characters, logits, name="brackets")
