"""YOURS. What learns: a transformer encoder whose queries and keys are turned by their places.

What the paper leaves open, and what is guessed:
    - where the norms stand: before

Shapes: b batch, t places, h heads, d of a head.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks, base):
    """RoFormer, scaled down: no position embedding but the rotation. Source: Su et al. 2021, Section 3."""
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")
    x = layers.Embedding(inputs.classes, width, name="embedding")(tokens)  # (b, t, width)
    for i in range(blocks):
        x = Block(width, heads, base, initializer, name=f"block_{i}")(x)
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model(tokens, dense(targets.classes, initializer, "logits")(x), name="roformer")  # (b, t, classes)


class Block(layers.Layer):
    def __init__(self, width, heads, base, initializer, **options):
        super().__init__(**options)
        self.heads, self.base = heads, base
        self.norms = [layers.LayerNormalization(), layers.LayerNormalization()]
        self.q, self.k, self.v, self.out = (dense(width, initializer, name) for name in ("q", "k", "v", "out"))
        self.up = dense(4 * width, initializer, "up", activation="gelu")
        self.down = dense(width, initializer, "down")

    def split(self, x):
        return ops.reshape(x, (*ops.shape(x)[:2], self.heads, x.shape[-1] // self.heads))  # (b, t, h, d)

    def call(self, x):
        y = self.norms[0](x)
        q, k, v = (self.split(layer(y)) for layer in (self.q, self.k, self.v))
        q, k = rotate(q, self.base), rotate(k, self.base)
        scores = ops.einsum("bqhd,bkhd->bhqk", q, k) / q.shape[-1] ** 0.5
        y = ops.einsum("bhqk,bkhd->bqhd", ops.softmax(scores, axis=-1), v)
        x = x + self.out(ops.reshape(y, ops.shape(x)))
        return x + self.down(self.up(self.norms[1](x)))


def rotate(x, base):
    """Each pair (x[i], x[i + d / 2]) of a head, turned by its place times an angle of its own: equation 34.

    Args:
        x: (b, t, h, d).
        base: of the angles, base**(-2 i / d).
    """
    half = x.shape[-1] // 2
    angles = base ** (-ops.arange(half, dtype="float32") / half)  # (d / 2)
    angles = ops.expand_dims(ops.arange(ops.shape(x)[1], dtype="float32"), -1) * angles  # (t, d / 2)
    angles = ops.concatenate([angles, angles], axis=-1)[:, None, :]  # (t, 1, d)
    turned = ops.concatenate([-x[..., half:], x[..., :half]], axis=-1)
    return x * ops.cos(angles) + turned * ops.sin(angles)


def dense(units, initializer, name, **options):
    return layers.Dense(units, kernel_initializer=initializer.kernel(), name=name, **options)
