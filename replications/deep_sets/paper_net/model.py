"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the activation of phi: tanh
    - the loss: the absolute error

Shapes: b batch, m elements of a set.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, activation, pool):
    """Deep sets: rho(pool of phi(x) over the set's elements), which does not depend on their order.

    Args:
        embedding: width of the embedding that phi begins with.
        units: of phi's output.
        activation: of phi.
        pool: sum, as the theorem has it; mean or max, to compare.

    Returns:
        A model from digits (b, m), of any m, to their sum (b, 1).

    Source: Zaheer et al. 2017, Theorem 2.
    """
    digits = keras.Input(inputs.shape, dtype=inputs.dtype, name="digits")
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(digits)  # (b, m, embedding)
    x = dense(x, units, initializer, activation=activation, name="phi")  # (b, m, units)
    x = Pool(pool, name="pool")(x, digits)  # (b, units)
    return keras.Model(digits, dense(x, 1, initializer, name="rho"), name="deep_sets")  # (b, 1)


class Pool(layers.Layer):
    """Sum, mean or maximum over a set's elements, without those that fill it up."""

    def __init__(self, pool, **options):
        super().__init__(**options)
        self.pool = pool

    def call(self, x, digits):
        there = ops.expand_dims(digits != 0, -1)  # (b, m, 1)
        if self.pool == "max":
            return ops.max(ops.where(there, x, -1e9), axis=1)  # (b, units)
        there = ops.cast(there, x.dtype)
        total = ops.sum(x * there, axis=1)  # (b, units)
        return total / ops.sum(there, axis=1) if self.pool == "mean" else total


def recurrent(inputs, targets, initializer, embedding, cell, units):
    """A recurrent network that reads the digits in their order; from (b, m) to (b, 1)."""
    digits = keras.Input(inputs.shape, dtype=inputs.dtype, name="digits")
    x = layers.Embedding(inputs.classes, embedding, mask_zero=True, name="embedding")(digits)  # (b, m, embedding)
    options = {"kernel_initializer": initializer.kernel(), "name": "last"}
    x = getattr(layers, cell)(units, **options)(x)  # (b, units)
    return keras.Model(digits, dense(x, 1, initializer, name="rho"), name="recurrent")  # (b, 1)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values. A text is its words' shares."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    if inputs.classes:  # numbers of words, in the place of values
        words = layers.CategoryEncoding(inputs.classes, output_mode="count", name="words")(signal)  # (b, words)
        x = layers.Rescaling(1 / math.prod(inputs.shape), name="shares")(words)
    else:
        x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)
