"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the initial scale of the transformations: Glorot's, of each primary capsule

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, primary, numbers, iterations):
    """Convolution, primary capsules, digit capsules, and their lengths."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    options = {"kernel_initializer": initializer.kernel()}
    x = layers.Conv2D(filters, 3, activation="relu", name="conv", **options)(image)  # (b, 6, 6, filters)
    options = {"kernel_initializer": initializer.kernel()}
    x = layers.Conv2D(primary[0] * primary[1], 3, strides=2, name="primary", **options)(x)  # (b, 2, 2, 8 * 4)
    u = layers.Reshape((-1, primary[1]), name="capsules")(x)  # (b, i, 4)
    v = Routing(targets.classes, numbers, iterations, initializer.kernel(), name="digits")(u)  # (b, c, numbers)
    return keras.Model(image, Length(name="length")(v), name="capsules")  # (b, c)


def squash(s):
    square = ops.sum(s**2, axis=-1, keepdims=True)
    return square / (1 + square) * s / ops.sqrt(square + 1e-7)


class Length(layers.Layer):
    def call(self, v):
        return ops.sqrt(ops.sum(v**2, axis=-1) + 1e-7)


class Routing(layers.Layer):
    """Routing by agreement: Sabour et al. 2017, procedure 1."""

    def __init__(self, capsules, numbers, iterations, initializer, **options):
        super().__init__(**options)
        self.capsules, self.numbers, self.iterations, self.initializer = capsules, numbers, iterations, initializer

    def build(self, shape):
        _, i, width = shape
        self.w = self.add_weight(shape=(i, width, self.capsules * self.numbers), initializer=self.initializer, name="w")

    def call(self, u):
        u = squash(u)
        says = ops.einsum("biw,iwn->bin", u, self.w)
        says = ops.reshape(says, (-1, u.shape[1], self.capsules, self.numbers))  # (b, i, c, numbers)
        logits = ops.zeros_like(says[..., 0])  # (b, i, c)
        for iteration in range(self.iterations):
            share = ops.softmax(logits, axis=2)  # each primary capsule divides itself among the digits
            v = squash(ops.einsum("bic,bicn->bcn", share, says))
            if iteration < self.iterations - 1:
                logits = logits + ops.einsum("bcn,bicn->bic", v, says)
        return v
