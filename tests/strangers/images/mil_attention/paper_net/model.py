"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the size of the network: 32 units, for images of 8 x 8

Shapes: b batch, n instances of a bag, d width.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, attention):
    """An embedding of each instance, gated attention over the instances, a linear classifier of the bag."""
    bag = keras.Input(inputs.shape, dtype=inputs.dtype, name="bag")
    x = layers.Reshape((inputs.shape[0], -1), name="flat")(bag)  # (b, n, 64)
    for i in range(2):
        x = dense(x, units, initializer, activation="relu", name=f"embedding_{i}")  # (b, n, units)
    v = dense(x, attention, initializer, activation="tanh", name="v")  # (b, n, attention)
    u = dense(x, attention, initializer, activation="sigmoid", name="u")
    score = dense(layers.Multiply(name="gated")([v, u]), 1, initializer, name="score")  # (b, n, 1)
    x = AttentionPool(name="pool")(x, score, bag)  # (b, units)
    return keras.Model(bag, dense(x, targets.shape[0], initializer, name="logit"), name="attention_mil")  # (b, 1)


class AttentionPool(layers.Layer):
    """The mean of a bag's instances, weighted by the softmax of their scores; what fills the bag up has no weight.

    Source: Ilse et al. 2018, equations 8 and 9.
    """

    def call(self, x, score, bag):
        there = ops.any(bag > 0, axis=(2, 3))[..., None]  # (b, n, 1)
        score = ops.where(there, score, -1e9)
        weight = ops.softmax(score, axis=1)  # (b, n, 1)
        return ops.sum(weight * x, axis=1)  # (b, units)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
