"""YOURS. A causal transformer: position t is told what came before it, and answers what comes next.

Shapes: b batch, t positions, d width, c characters.
"""

import keras
from keras import layers


class Embedded(layers.Layer):
    """A vector for each character, and one for each position."""

    def __init__(self, characters, width, **kwargs):
        super().__init__(**kwargs)
        self.characters = layers.Embedding(characters, width, name="characters")
        self.width = width

    def build(self, input_shape):
        self.characters.build(input_shape)
        self.positions = self.add_weight(
            shape=(input_shape[1], self.width), initializer="random_normal", name="positions"
        )

    def call(self, text):
        return self.characters(text) + self.positions


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


def transformer(inputs, targets, initializer, width, heads, blocks, dropout=0.0):
    """Blocks of causal attention and a small network, each normalized before and added; Radford et al. 2019."""
    text = keras.Input(inputs.shape, dtype=inputs.dtype, name="text")  # (b, t)
    x = Embedded(targets.classes, width, name="embedded")(text)  # (b, t, d)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"block{i}_norm1")(x)
        y = layers.MultiHeadAttention(
            heads, width // heads, dropout=dropout, kernel_initializer=initializer.kernel(), name=f"block{i}_attention"
        )(y, y, use_causal_mask=True)
        x = layers.Add(name=f"block{i}_add1")([x, y])
        y = layers.LayerNormalization(name=f"block{i}_norm2")(x)
        y = dense(y, 2 * width, initializer, f"block{i}_wide", "gelu")
        y = dense(y, width, initializer, f"block{i}_narrow")
        x = layers.Add(name=f"block{i}_add2")([x, y])
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model(text, dense(x, targets.classes, initializer, "logits"), name="transformer")  # (b, t, c)
