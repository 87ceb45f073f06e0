"""YOURS. What learns: a causal transformer with learned positions.

Shapes: b batch, t positions, d width, c classes.
"""

import keras
from keras import layers, ops


def transformer(inputs, targets, initializer, width, heads, blocks, expansion):
    """A decoder-only transformer, normalized before each block; Vaswani et al. 2017, Radford et al. 2019.

    Args:
        width: of the stream.
        heads: of the attention.
        blocks: how many.
        expansion: how many times wider the hidden layer is.
    """
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = Embedded(targets.classes, inputs.shape[0], width, name="embedded")(words)  # (b, t, d)
    visible = Visible(name="visible")(words)  # (b, t, t)
    for number in range(1, blocks + 1):
        x = attended(x, visible, width, heads, initializer, f"attention{number}")
        x = thought(x, expansion * width, width, initializer, f"hidden{number}")
    x = layers.LayerNormalization(epsilon=1e-5, name="norm")(x)
    return keras.Model(words, dense(x, targets.classes, initializer, "logits"), name="transformer")  # (b, t, c)


class Embedded(layers.Layer):
    """The word's vector and the position's, both learnt."""

    def __init__(self, vocabulary, length, width, **kwargs):
        super().__init__(**kwargs)
        self.word = layers.Embedding(vocabulary, width, embeddings_initializer=small(), name="word")
        self.position = layers.Embedding(length, width, embeddings_initializer=small(), name="position")
        self.length, self.width = length, width

    def build(self, shape):
        self.word.build(shape)
        self.position.build((self.length,))

    def call(self, words):
        return self.word(words) + self.position(ops.arange(self.length))

    def compute_output_shape(self, shape):
        return (*shape, self.width)


def small():
    return keras.initializers.RandomNormal(stddev=0.1)


class Visible(layers.Layer):
    """Who sees whom: words see themselves and earlier words, never the padding."""

    def call(self, words):
        positions = ops.arange(words.shape[1])
        earlier = positions[None, :, None] >= positions[None, None, :]  # (1, t, t)
        return ops.logical_and(earlier, ops.not_equal(words, 0)[:, None, :])  # (b, t, t)

    def compute_output_shape(self, shape):
        return (*shape, shape[1])


def attended(x, visible, width, heads, initializer, name):
    y = layers.LayerNormalization(epsilon=1e-5, name=f"{name}_norm")(x)
    attention = layers.MultiHeadAttention(
        heads,
        width // heads,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name=name,
    )
    return layers.Add(name=f"{name}_add")([x, attention(y, y, attention_mask=visible)])


def thought(x, hidden, width, initializer, name):
    y = layers.LayerNormalization(epsilon=1e-5, name=f"{name}_norm")(x)
    y = layers.Activation("gelu", name=f"{name}_gelu")(dense(y, hidden, initializer, f"{name}_in"))
    return layers.Add(name=f"{name}_add")([x, dense(y, width, initializer, f"{name}_out")])


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
