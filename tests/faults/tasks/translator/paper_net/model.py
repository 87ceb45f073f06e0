"""YOURS. What learns: a small transformer with an encoder and a decoder. Shapes: b batch, t tokens, d width."""

import keras
import numpy as np
from keras import layers, ops

PAD = 0


def translator(inputs, targets, initializer, width, heads, hidden, dropout):
    """One block each of encoder and decoder, normalized before each part; embeddings and output share one matrix.

    Args:
        width: of an embedding.
        heads: of each attention.
        hidden: units of the feed-forward parts.
        dropout: of what each part adds.
    """

    def attended(x, memory, name, **masks):
        query = layers.LayerNormalization(name=f"{name}_norm")(x)
        memory = query if memory is None else memory
        attention = layers.MultiHeadAttention(
            heads,
            width // heads,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=width),
            name=name,
        )
        return added(x, attention(query, memory, **masks), name)

    def fed_forward(x, name):
        y = layers.LayerNormalization(name=f"{name}_norm")(x)
        y = dense(y, hidden, initializer, f"{name}_in", activation="relu")  # (b, t, hidden)
        return added(x, dense(y, width, initializer, f"{name}_out"), name)

    def added(x, y, name):
        y = layers.Dropout(dropout, name=f"{name}_dropout")(y)
        return layers.Add(name=f"{name}_add")([x, y])

    source = keras.Input(inputs["source"].shape, dtype=inputs["source"].dtype, name="source")  # (b, 9)
    decoder = keras.Input(inputs["decoder"].shape, dtype=inputs["decoder"].dtype, name="decoder")  # (b, 9)
    there = ops.not_equal(source, PAD)[:, None, :]  # (b, 1, t): True where a key may be attended to
    embedding = TiedEmbedding(targets.classes, width, name="embedding")
    positions = Positions(width, name="positions")

    x = positions(embedding(source))  # (b, t, d)
    x = attended(x, None, "encoder_self", attention_mask=there)
    memory = layers.LayerNormalization(name="memory")(fed_forward(x, "encoder_feed"))  # (b, t, d)

    y = positions(embedding(decoder))  # (b, t, d)
    y = attended(y, None, "decoder_self", use_causal_mask=True)
    y = attended(y, memory, "decoder_cross", attention_mask=there)
    y = layers.LayerNormalization(name="answer")(fed_forward(y, "decoder_feed"))  # (b, t, d)
    logits = embedding(y, reverse=True)  # (b, t, vocabulary)
    return keras.Model({"source": source, "decoder": decoder}, logits, name="translator")


def dense(x, units, initializer, name, activation=None):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class TiedEmbedding(layers.Layer):
    """One matrix that turns tokens into vectors and, the other way, vectors into logits of the tokens."""

    def __init__(self, vocabulary, width, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary, self.width = vocabulary, width

    def build(self, _):
        normal = keras.initializers.RandomNormal(stddev=self.width**-0.5)
        self.matrix = self.add_weight(shape=(self.vocabulary, self.width), initializer=normal, name="matrix")

    def call(self, x, reverse=False):
        if reverse:
            return ops.matmul(x, ops.transpose(self.matrix))
        return ops.take(self.matrix, x, axis=0) * self.width**0.5


class Positions(layers.Layer):
    """Adds sinusoids of the place in the sentence; Vaswani et al. 2017, section 3.5."""

    def __init__(self, width, longest=5000, **kwargs):
        super().__init__(**kwargs)
        angle = np.arange(longest)[:, None] / 10000 ** (np.arange(0, width, 2) / width)  # (longest, d / 2)
        self.table = np.stack([np.sin(angle), np.cos(angle)], axis=-1).reshape(longest, width).astype("float32")

    def call(self, x):
        place = ops.arange(ops.shape(x)[1])
        return x + ops.take(self.table, place, axis=0)[None, :, :]
