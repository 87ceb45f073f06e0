"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import math
from itertools import combinations_with_replacement

import keras
from keras import layers, ops


def network(inputs, targets, initializer, degree):
    """All monomials of the state up to a degree, and few of them in each equation."""
    state = keras.Input(inputs.shape, name="state")  # (b, 3)
    library = Library(degree, name="library")(state)  # (b, terms)
    change = Terms(targets.shape[-1], initializer, name="terms")(library)  # (b, 3)
    return keras.Model(state, change, name="sparse_identification")


class Library(layers.Layer):
    def __init__(self, degree, **options):
        super().__init__(**options)
        self.degree = degree

    def call(self, state):
        columns = [ops.ones_like(state[:, 0])]
        for degree in range(1, self.degree + 1):
            for chosen in combinations_with_replacement(range(state.shape[-1]), degree):
                columns.append(math.prod(state[:, i] for i in chosen))
        return ops.stack(columns, axis=-1)


class Terms(layers.Layer):
    """A linear map, some of whose coefficients are switched off."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        shape = (shape[-1], self.units)
        self.w = self.add_weight(shape=shape, initializer=self.initializer.kernel(), name="w")
        self.on = self.add_weight(shape=shape, initializer="ones", trainable=False, name="on")

    def drop(self, threshold):
        self.on.assign(self.on * ops.cast(ops.abs(self.w) >= threshold, self.on.dtype))

    def call(self, library):
        return ops.matmul(library, self.w * self.on)
