"""YOURS. What learns.

Shapes: b batch, t positions, d width, h heads.
"""

import keras
from keras import layers, ops


def encoder(inputs, targets, initializer, width, heads, blocks):
    """A BERT in miniature; Devlin et al. 2018, normalized before each sublayer."""
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")  # (b, t)
    x = layers.Embedding(targets.classes + 1, width, name="symbols")(tokens)  # (b, t, d)
    x = Positions(name="positions")(x)
    for index in range(blocks):
        x = x + attention(layers.LayerNormalization()(x), heads, initializer, f"attention{index}")
        inner = dense(layers.LayerNormalization()(x), 2 * width, initializer, f"wide{index}", "gelu")
        x = x + dense(inner, width, initializer, f"narrow{index}")
    x = layers.LayerNormalization()(x)
    return keras.Model(tokens, dense(x, targets.classes, initializer, "logits"), name="encoder")  # (b, t, 12)


def dense(x, units, initializer, name, activation=None):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation=activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


def attention(x, heads, initializer, name):
    positions, width = x.shape[1:]
    each = width // heads

    def split(x):
        return ops.transpose(ops.reshape(x, (-1, positions, heads, each)), (0, 2, 1, 3))  # (b, h, t, d / h)

    def merge(x):
        return ops.reshape(ops.transpose(x, (0, 2, 1, 3)), (-1, positions, width))  # (b, t, d)

    query, key, value = (split(dense(x, width, initializer, f"{name}_{part}")) for part in ("query", "key", "value"))
    weights = ops.softmax(query @ ops.swapaxes(key, -1, -2) / each**0.5, axis=-1)  # (b, h, t, t)
    return dense(merge(weights @ value), width, initializer, f"{name}_out")


class Positions(layers.Layer):
    """Adds to each position a vector of its own, which is learnt."""

    def build(self, shape):
        self.table = self.add_weight(shape=shape[1:], initializer="uniform", name="table")  # (t, d)

    def call(self, x):
        return x + self.table
