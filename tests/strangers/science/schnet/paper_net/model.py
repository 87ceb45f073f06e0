"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the number of interactions for a toy: 2 (the paper: 3)

Shapes: b batch.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, interactions, centers, cutoff):
    """Embedding, interaction blocks over continuous filters, atom-wise energies, their sum."""
    types = keras.Input(inputs["types"].shape, dtype="int32", name="types")  # (b, n)
    positions = keras.Input(inputs["positions"].shape, name="positions")  # (b, n, 3)
    basis = RadialBasis(centers, cutoff, name="basis")(positions)  # (b, n, n, centers)
    pairs = Pairs(name="pairs")(types)  # (b, n, n, 1)
    x = layers.Embedding(inputs["types"].classes, width, name="embedding")(types)  # (b, n, width)
    for i in range(interactions):
        filters = dense(dense(basis, width, initializer, activation=ssp), width, initializer, activation=ssp)
        v = layers.Multiply()([filters, pairs])  # (b, n, n, width)
        v = Convolution(name=f"convolution_{i}")(dense(x, width, initializer, use_bias=False), v)  # (b, n, width)
        v = dense(dense(v, width, initializer, activation=ssp), width, initializer)
        x = layers.Add()([x, v])
    atoms = dense(dense(x, width // 2, initializer, activation=ssp), 1, initializer)  # (b, n, 1)
    energy = Total(name="total")(atoms, types)  # (b, 1)
    return keras.Model({"types": types, "positions": positions}, energy, name="schnet")


def ssp(x):
    """Shifted softplus."""
    return ops.softplus(x) - math.log(2)


class RadialBasis(layers.Layer):
    def __init__(self, centers, cutoff, **options):
        super().__init__(**options)
        self.centers, self.gap = centers, cutoff / (centers - 1)

    def call(self, positions):
        difference = positions[:, :, None, :] - positions[:, None, :, :]  # (b, n, n, 3)
        distance = ops.sqrt(ops.sum(difference**2, axis=-1, keepdims=True) + 1e-9)
        centers = self.gap * ops.arange(self.centers, dtype=distance.dtype)
        return ops.exp(-0.5 * ((distance - centers) / self.gap) ** 2)


class Pairs(layers.Layer):
    """1 for two different atoms, both of which are there."""

    def call(self, types):
        there = ops.cast(types > 0, "float32")  # (b, n)
        both = there[:, :, None] * there[:, None, :]
        return ops.expand_dims(both * (1 - ops.eye(types.shape[-1])), -1)


class Convolution(layers.Layer):
    def call(self, x, filters):
        return ops.sum(x[:, None, :, :] * filters, axis=2)


class Total(layers.Layer):
    def call(self, atoms, types):
        there = ops.cast(ops.expand_dims(types > 0, -1), atoms.dtype)
        return ops.sum(atoms * there, axis=1)


def dense(x, units, initializer, use_bias=True, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, use_bias=use_bias, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
