"""YOURS. What learns: a small transformer on patches of a signal. Shapes: b batch, t positions, p patches, d width."""

import keras
from keras import layers


class Positions(layers.Layer):
    """Adds a learnt vector to each position."""

    def build(self, shape):
        self.table = self.add_weight(shape=shape[1:], initializer=keras.initializers.RandomNormal(stddev=0.02))

    def call(self, x):
        return x + self.table


def transformer(inputs, targets, initializer, patch, width, heads, blocks):
    """Pre-norm blocks, the mean of all patches, a linear head."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, t, 1)
    x = layers.Reshape((-1, patch), name="patches")(signal)  # (b, p, patch)
    x = Positions(name="positions")(dense(x, width, initializer, "embed"))  # (b, p, d)
    for number in range(blocks):
        x = block(x, width, heads, initializer, f"block{number}")
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, d)
    return keras.Model(signal, dense(x, targets.classes, initializer, "logits"), name="transformer")  # (b, 10)


def block(x, width, heads, initializer, name):
    normed = layers.LayerNormalization(name=f"{name}_norm1")(x)
    attention = layers.MultiHeadAttention(
        heads, width // heads, kernel_initializer=initializer.kernel(), name=f"{name}_attention"
    )
    x = x + attention(normed, normed)
    hidden = layers.LayerNormalization(name=f"{name}_norm2")(x)
    hidden = dense(hidden, 2 * width, initializer, f"{name}_wide", activation="gelu")
    return x + dense(hidden, width, initializer, f"{name}_narrow")


def dense(x, units, initializer, name, **more):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **more)(x)
