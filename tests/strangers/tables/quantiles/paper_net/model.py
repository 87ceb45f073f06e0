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


def network(inputs, targets, initializer, units, number):
    """Fully connected layers; the quantiles are a lowest one and what each adds, so that they cannot cross."""
    x = facts = keras.Input(inputs.shape, name="facts")  # (b, 7)
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="gelu", name=f"hidden_{i}")
    x = dense(number, x, initializer, name="steps")  # (b, q)
    steps = ops.concatenate([x[:, :1], ops.softplus(x[:, 1:])], axis=1)
    return keras.Model(facts, ops.cumsum(steps, axis=1), name="quantiles")  # (b, q)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
