"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, depth):
    """Mean and variance of a Gaussian; the variance by a softplus, and a little more."""
    x = given = keras.Input(inputs.shape, name="given")  # (b, 4)
    for i in range(depth):
        x = dense(units, x, initializer, activation="tanh", name=f"hidden_{i}")
    mean = dense(1, x, initializer, name="mean")  # (b, 1)
    variance = ops.softplus(dense(1, x, initializer, name="raw_variance")) + 1e-6
    return keras.Model(given, layers.Concatenate(name="gaussian")([mean, variance]), name="gaussian")  # (b, 2)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
