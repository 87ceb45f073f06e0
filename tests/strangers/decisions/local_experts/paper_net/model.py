"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, experts, gate_units):
    """Linear experts, and a gating network that sees the same input."""
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")  # (b, 2)
    hidden = dense(x, gate_units, initializer, activation="tanh", name="gate_hidden")
    gates = dense(hidden, experts, initializer, name="gates")  # (b, experts), logits
    outputs = dense(x, experts, initializer, name="experts")  # (b, experts), one number each
    return keras.Model(x, layers.Concatenate(name="mixture")([gates, outputs]), name="local_experts")  # (b, 2 experts)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
