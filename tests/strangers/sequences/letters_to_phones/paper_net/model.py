import math

import keras
import numpy as np
from keras import layers, ops


def positions(length, width):
    """sin(place / 10000**(2i / width)) in the even columns, cos in the odd ones, (length, width)."""
    angle = np.arange(length)[:, None] / 10000 ** (np.arange(0, width, 2) / width)
    return np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(length, width).astype("float32")


class Letters(layers.Layer):
    """Vectors of the letters, and of their places."""

    def __init__(self, letters, width, initializer, **kwargs):
        super().__init__(**kwargs)
        self.letter = layers.Embedding(letters, width, embeddings_initializer=initializer.kernel(), name="letter")

    def call(self, word):
        width = self.letter.output_dim
        return self.letter(word) * math.sqrt(width) + positions(word.shape[1], width)  # (b, t, width)


def network(inputs, targets, initializer, width, heads, depth):
    """A Transformer's encoder over the letters, and of each the logits of its sound."""

    def dense(size, activation, fan_in, name):
        return layers.Dense(
            size,
            activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=name,
        )

    word = keras.Input(inputs.shape, dtype=inputs.dtype, name="word")  # (b, t)
    there = layers.Lambda(lambda w: ops.not_equal(w, 0)[:, None], output_shape=(1, *inputs.shape), name="there")(word)
    x = Letters(inputs.classes, width, initializer, name="letters")(word)  # (b, t, width)
    for block in range(depth):
        y = layers.MultiHeadAttention(
            heads, width // heads, kernel_initializer=initializer.kernel(), name=f"attention{block}"
        )(x, x, attention_mask=there)
        x = layers.LayerNormalization(name=f"norm{block}a")(layers.Add(name=f"add{block}a")([x, y]))
        y = dense(width, None, 2 * width, f"out{block}")(dense(2 * width, "relu", width, f"hidden{block}")(x))
        x = layers.LayerNormalization(name=f"norm{block}b")(layers.Add(name=f"add{block}b")([x, y]))
    return keras.Model(word, dense(targets.classes, None, width, "logits")(x), name="letters_to_phones")
