"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - dropout in attention: none

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads, blocks, hidden, rate):
    """FT-Transformer: features → tokens → Transformer → the head of [CLS].

    Source: Gorishniy et al. 2021, Section 3.3.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    numbers = keras.Input(inputs["numbers"].shape, name="numbers")  # (b, 4)
    categories = keras.Input(inputs["categories"].shape, dtype="int32", name="categories")  # (b, 3)
    x = Tokens(units, inputs["categories"].classes, name="tokens")(numbers, categories)  # (b, 1 + 4 + 3, units)
    for i in range(blocks):
        # the first block is without the normalization before attention, as in the paper
        h = layers.LayerNormalization(name=f"norm_{i}_attention")(x) if i else x
        x = x + layers.MultiHeadAttention(heads, units // heads, name=f"attention_{i}")(h, h)
        h = layers.LayerNormalization(name=f"norm_{i}_forward")(x)
        h = dense(hidden, h, name=f"value_{i}") * dense(hidden, h, activation="relu", name=f"gate_{i}")  # ReGLU
        x = x + dense(units, layers.Dropout(rate, name=f"dropout_{i}")(h), name=f"forward_{i}")
    cls = layers.LayerNormalization(name="norm")(x[:, 0])  # (b, units)
    y = dense(1, layers.ReLU(name="relu")(cls), name="head")  # (b, 1)
    return keras.Model({"numbers": numbers, "categories": categories}, y, name="ft_transformer")


class Tokens(layers.Layer):
    """A token a feature: x_j W_j + b_j of a number, e_j + b_j of a category; and [CLS] before them."""

    def __init__(self, units, levels, **options):
        super().__init__(**options)
        self.units, self.levels = units, levels

    def build(self, numbers_shape, categories_shape):
        small = keras.initializers.RandomUniform(-(self.units**-0.5), self.units**-0.5)
        m, k = numbers_shape[-1], categories_shape[-1]
        self.weight = self.add_weight(shape=(m, self.units), initializer=small, name="weight")
        self.bias = self.add_weight(shape=(m + k, self.units), initializer=small, name="bias")
        self.table = self.add_weight(shape=(k * self.levels, self.units), initializer=small, name="table")
        self.cls = self.add_weight(shape=(1, 1, self.units), initializer=small, name="cls")

    def call(self, numbers, categories):
        offsets = self.levels * ops.arange(categories.shape[-1], dtype="int32")
        levels = ops.take(self.table, categories + offsets, axis=0)  # (b, k, units)
        x = ops.concatenate([numbers[:, :, None] * self.weight, levels], axis=1) + self.bias  # (b, m + k, units)
        cls = ops.repeat(self.cls, ops.shape(x)[0], axis=0)  # (b, 1, units)
        return ops.concatenate([cls, x], axis=1)
