import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks, clip):
    """A transformer encoder without absolute positions, whose self-attention knows relative ones."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    letters = keras.Input(inputs.shape, dtype=inputs.dtype, name="letters")  # (b, t)
    x = layers.Embedding(inputs.classes, width, name="embedding")(letters)  # (b, t, width)
    for i in range(blocks):
        x = layers.LayerNormalization()(x + RelativeAttention(heads, clip, initializer, name=f"attention_{i}")(x))
        hidden = dense(2 * width, x, activation="relu", name=f"hidden_{i}")
        x = layers.LayerNormalization()(x + dense(width, hidden, name=f"out_{i}"))
    return keras.Model(letters, dense(targets.classes, x, name="logits"), name="encoder")  # (b, t, classes)


def clipped_distances(length, clip):
    """Of each query (rows) and key: key's place - query's, clipped to -clip … clip, and counted from 0; equation 5."""
    place = ops.arange(length)
    return ops.clip(place[None, :] - place[:, None], -clip, clip) + clip  # (length, length)


class RelativeAttention(layers.Layer):
    """Self-attention with a learnt vector for each clipped distance, added to keys and to values; equations 3 and 4."""

    def __init__(self, heads, clip, initializer, **options):
        super().__init__(**options)
        self.heads, self.clip, self.kernel = heads, clip, initializer.kernel

    def build(self, shape):
        width, size = shape[-1], shape[-1] // self.heads
        self.of_all = self.add_weight(shape=(width, 3 * width), initializer=self.kernel(), name="query_key_value")
        self.out = self.add_weight(shape=(width, width), initializer=self.kernel(), name="out")
        self.of_key = self.add_weight(shape=(2 * self.clip + 1, size), initializer=self.kernel(), name="distance_key")
        self.of_value = self.add_weight(
            shape=(2 * self.clip + 1, size), initializer=self.kernel(), name="distance_value"
        )

    def call(self, x):
        length, width = ops.shape(x)[1], x.shape[-1]
        size = width // self.heads
        parts = ops.reshape(ops.matmul(x, self.of_all), (-1, length, 3, self.heads, size))
        query, key, value = parts[:, :, 0], parts[:, :, 1], parts[:, :, 2]  # (b, t, h, size)
        distances = clipped_distances(length, self.clip)  # (t, t)
        far_key, far_value = ops.take(self.of_key, distances, axis=0), ops.take(self.of_value, distances, axis=0)
        score = ops.einsum("bihd,bjhd->bhij", query, key) + ops.einsum("bihd,ijd->bhij", query, far_key)
        weight = ops.softmax(score / math.sqrt(size), axis=-1)  # (b, h, t, t)
        answer = ops.einsum("bhij,bjhd->bihd", weight, value) + ops.einsum("bhij,ijd->bihd", weight, far_value)
        return ops.matmul(ops.reshape(answer, (-1, length, width)), self.out)
