"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks, dropout):
    """Words and places, blocks of attention, and the words' own vectors to tell what is hidden."""
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")
    words = Words(inputs.classes, inputs.shape[0], width, name="words")
    x = layers.LayerNormalization(name="norm")(words(tokens))  # (b, t, width)
    for i in range(blocks):
        x = Block(width, heads, dropout, initializer, name=f"block{i}")(x)
    x = layers.Dense(width, "gelu", kernel_initializer=initializer.kernel(), name="transform")(x)
    x = layers.LayerNormalization(name="transform_norm")(x)
    logits = words(x, tell=True)[..., : targets.classes]  # the mask is never the answer
    return keras.Model(tokens, logits, name="bert")  # (b, t, classes)


class Words(layers.Layer):
    """Vectors of words and places; backwards (tell), the logit of each word."""

    def __init__(self, words, places, width, **options):
        super().__init__(**options)
        self.words, self.places, self.width = words, places, width

    def build(self, shape):
        small = keras.initializers.TruncatedNormal(stddev=0.1)
        self.of_word = self.add_weight(shape=(self.words, self.width), initializer=small, name="of_word")
        self.of_place = self.add_weight(shape=(self.places, self.width), initializer=small, name="of_place")
        self.bias = self.add_weight(shape=(self.words,), initializer="zeros", name="bias")

    def call(self, x, tell=False):
        if tell:
            return ops.matmul(x, ops.transpose(self.of_word)) + self.bias  # (b, t, words)
        return ops.take(self.of_word, x, axis=0) + self.of_place  # (b, t, width)


class Block(layers.Layer):
    """Attention in both directions, then two dense layers; each is added and normalized."""

    def __init__(self, width, heads, dropout, initializer, **options):
        super().__init__(**options)
        self.attention = layers.MultiHeadAttention(
            heads, width // heads, dropout=dropout, kernel_initializer=initializer.kernel()
        )
        self.inner = layers.Dense(4 * width, "gelu", kernel_initializer=initializer.kernel())
        self.outer = layers.Dense(width, kernel_initializer=initializer.kernel())
        self.norm1, self.norm2 = layers.LayerNormalization(), layers.LayerNormalization()
        self.dropout = layers.Dropout(dropout)

    def build(self, shape):
        self.attention.build(shape, shape)
        for layer in (self.inner, self.norm1, self.norm2):
            layer.build(shape)
        self.outer.build((*shape[:-1], self.inner.units))

    def call(self, x):
        x = self.norm1(x + self.attention(x, x))
        return self.norm2(x + self.dropout(self.outer(self.inner(x))))
