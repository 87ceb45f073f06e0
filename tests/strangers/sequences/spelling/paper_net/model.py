"""YOURS. What learns: an encoder that reads what was typed, a decoder that spells, and looks back.

Shapes: b batch, s letters typed, t letters spelt, u units.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """From {typed (b, s), previous (b, t)} to logits of the letters (b, t, classes)."""
    typed = keras.Input(inputs["typed"].shape, dtype=inputs["typed"].dtype, name="typed")
    previous = keras.Input(inputs["previous"].shape, dtype=inputs["previous"].dtype, name="previous")
    x = layers.Embedding(inputs["typed"].classes, embedding, mask_zero=True, name="typed_letters")(typed)
    read = layers.Bidirectional(
        layers.GRU(units // 2, return_sequences=True, return_state=True, kernel_initializer=initializer.kernel()),
        name="read",
    )
    read, forwards, backwards = read(x)  # (b, s, u), (b, u / 2) twice
    state = layers.Concatenate(name="state")([forwards, backwards])  # (b, u)
    y = layers.Embedding(inputs["previous"].classes, embedding, name="spelt_letters")(previous)
    y = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="spell")(
        y, initial_state=state
    )  # (b, t, u)
    seen = layers.Attention(use_scale=True, name="look")([y, read])  # (b, t, u)
    y = layers.Concatenate(name="both")([y, seen])
    y = layers.Dense(units, activation="tanh", kernel_initializer=initializer.kernel(), name="mix")(y)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="letters")(y)
    return keras.Model([typed, previous], logits, name="spelling")
