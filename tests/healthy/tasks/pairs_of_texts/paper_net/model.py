"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def siamese(inputs, targets, initializer, tokens, width, heads):
    """One encoder for both questions; what they have in common and what not decides (Conneau et al. 2017)."""
    first = keras.Input(inputs["first"].shape, dtype="int32", name="first")  # (b, 8)
    second = keras.Input(inputs["second"].shape, dtype="int32", name="second")  # (b, 8)
    encode = encoder(inputs["first"].shape[0], tokens, width, heads, initializer)
    u, v = encode(first), encode(second)  # (b, width) each
    x = layers.Concatenate(name="compared")([keras.ops.abs(u - v), u * v])  # (b, 2 width)
    x = dense(x, width, initializer, "hidden", "relu")  # (b, width)
    same = dense(x, 1, initializer, "same")  # (b, 1)
    return keras.Model({"first": first, "second": second}, same, name="siamese")


def encoder(length, tokens, width, heads, initializer):
    """A single block of self-attention, pre-norm, and the mean over the words."""
    words = keras.Input((length,), dtype="int32")  # (b, 8)
    x = layers.Embedding(tokens, width, name="embedding")(words)  # (b, 8, width)
    x = x + layers.Embedding(length, width, name="positions")(keras.ops.arange(length))
    y = layers.LayerNormalization(name="norm1")(x)
    x = x + layers.MultiHeadAttention(heads, width // heads, name="attention")(y, y)
    y = layers.LayerNormalization(name="norm2")(x)
    y = dense(y, 2 * width, initializer, "feed1", "gelu")  # (b, 8, 2 width)
    x = x + dense(y, width, initializer, "feed2")
    x = layers.LayerNormalization(name="norm3")(x)
    return keras.Model(words, layers.GlobalAveragePooling1D(name="mean")(x), name="encoder")  # (b, width)


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)
