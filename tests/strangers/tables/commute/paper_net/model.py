"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, w ways.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A utility of each way that is there: of what it is like and who chooses, and a constant of its own."""
    given = {name: keras.Input(one.shape, name=name) for name, one in inputs.items()}
    n = targets.classes
    way = layers.Permute((2, 1), name="by_way")(given["ways"])  # (b, w, 4)
    who = layers.RepeatVector(n, name="who")(given["person"])  # (b, w, 3)
    x = layers.Concatenate(name="both")([way, who, Identity(n, name="which")(way)])  # (b, w, 7 + w)
    for i in range(2):
        x = dense(units, x, initializer, activation="swish", name=f"hidden_{i}")  # (b, w, units)
    utility = layers.Reshape((n,), name="utility")(dense(1, x, initializer, name="score"))
    return keras.Model(given, Choice(name="choice")(utility, given["available"]), name="commute")


class Identity(layers.Layer):
    """Which of the ways each is: a one-hot vector beside each."""

    def __init__(self, n, **options):
        super().__init__(**options)
        self.n = n

    def call(self, x):
        return ops.zeros_like(x[..., :1]) + ops.eye(self.n, dtype=x.dtype)  # (b, w, w)


class Choice(layers.Layer):
    """Probabilities: a softmax over the ways that are there."""

    def call(self, utility, available):
        return ops.softmax(ops.where(available > 0, utility, -1e9), axis=-1)  # (b, w)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
