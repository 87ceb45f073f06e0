"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks):
    """Self-attention blocks (SAB), pooling by attention with one learnt seed (PMA), a positive rate."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    def attend(query, other, name):
        """MAB: attention and a feed-forward map, each added to what went in, then normalized."""
        q, k, v = (split(dense(x, width), heads) for x in (query, other, other))  # (b, heads, m, width / heads)
        h = Attention(name=name)(q, k, v)
        h = layers.LayerNormalization()(layers.Add()([query, merge(h)]))
        return layers.LayerNormalization(name=name + "_out")(layers.Add()([h, dense(h, width, activation="relu")]))

    images = keras.Input(inputs.shape, name="images")  # (b, m, 64)
    x = dense(dense(images, 2 * width, activation="relu"), width)  # (b, m, width)
    for i in range(blocks):
        x = attend(x, x, name=f"sab_{i}")
    pooled = attend(Seed(initializer, name="seed")(x), x, name="pool_attention")  # (b, 1, width)
    pooled = layers.Identity(name="pool")(pooled)
    rate = dense(layers.Flatten()(dense(pooled, width, activation="relu")), 1, activation="softplus", name="rate")
    return keras.Model(images, rate, name="set_transformer")  # (b, 1)


def split(x, heads):
    return layers.Permute((2, 1, 3))(layers.Reshape((x.shape[1], heads, x.shape[2] // heads))(x))


def merge(x):
    return layers.Reshape((x.shape[2], x.shape[1] * x.shape[3]))(layers.Permute((2, 1, 3))(x))


class Attention(layers.Layer):
    def call(self, q, k, v):
        scores = ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) / math.sqrt(q.shape[-1])  # (b, heads, queries, keys)
        return ops.matmul(ops.softmax(scores, axis=-1), v)


class Seed(layers.Layer):
    """The one query that pools."""

    def __init__(self, initializer, **options):
        super().__init__(**options)
        self.initializer = initializer

    def build(self, shape):
        self.seed = self.add_weight(shape=(1, shape[-1]), initializer=self.initializer.kernel(), name="seed")

    def call(self, x):
        return ops.zeros_like(x[:, :1]) + self.seed  # (b, 1, width)
