"""YOURS. What learns. Shapes: b batch, t positions, d width."""

import keras
from keras import layers


def causal_transformer(inputs, targets, initializer, width, heads, blocks, dropout):
    """A GPT in miniature: normalized before each sublayer, each position sees itself and those before it."""
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")  # (b, t)
    x = layers.Embedding(targets.classes, width, name="symbols")(tokens)  # (b, t, d)
    x = Positions(name="positions")(x)
    for index in range(blocks):
        normed = layers.LayerNormalization(epsilon=1e-5)(x)
        x = x + layers.MultiHeadAttention(
            heads, width // heads, dropout=dropout, kernel_initializer=initializer.kernel(), name=f"attention{index}"
        )(normed, normed, use_causal_mask=True)
        inner = layers.Dense(2 * width, "gelu", kernel_initializer=initializer.kernel(), name=f"wide{index}")(
            layers.LayerNormalization(epsilon=1e-5)(x)
        )
        x = x + layers.Dense(width, kernel_initializer=initializer.kernel(), name=f"narrow{index}")(inner)
    x = layers.LayerNormalization(epsilon=1e-5)(x)
    logits = layers.Dense(targets.classes, use_bias=False, kernel_initializer=initializer.kernel(), name="logits")(x)
    return keras.Model(tokens, logits, name="causal_transformer")  # (b, t, 8)


class Positions(layers.Layer):
    """Adds to each position a vector of its own, which is learnt."""

    def build(self, shape):
        self.table = self.add_weight(shape=shape[1:], initializer="uniform", name="table")  # (t, d)

    def call(self, x):
        return x + self.table
