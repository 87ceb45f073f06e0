"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - nothing that matters

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A small perceptron on the encoded table."""
    x = table = keras.Input(inputs.shape, dtype=inputs.dtype, name="table")  # (b, 6)
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="gelu", name=f"hidden_{i}")  # (b, width)
    return keras.Model(table, dense(1, x, initializer, name="log_rent"), name="rents")  # (b, 1)


def dense(width, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
