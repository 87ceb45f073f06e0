"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, units, dropout, quantiles):
    """A hidden layer, and quantiles that cannot cross: the least, and steps that are positive."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    person = keras.Input(inputs.shape, name="person")  # (b, 10)
    penalty = regularizers.L2(1e-3)
    x = layers.Dense(units, activation="elu", kernel_regularizer=penalty, name="hidden", **options(10))(person)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Dense(quantiles, name="steps", **options(units))(x)  # (b, quantiles)
    return keras.Model(person, Ascending(name="ascending")(x), name="quantiles")


class Ascending(layers.Layer):
    """(a, b, c, …) → (a, a + softplus(b), a + softplus(b) + softplus(c), …)."""

    def call(self, x):
        return ops.cumsum(ops.concatenate([x[:, :1], ops.softplus(x[:, 1:])], axis=-1), axis=-1)
