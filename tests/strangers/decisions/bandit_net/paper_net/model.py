"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the multiplier for another logging policy: about that policy's reward

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, actions):
    """Two hidden layers; logits of the policy."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    for i in range(2):
        x = dense(x, units, initializer, activation="relu", name=f"hidden_{i}")  # (b, units)
    return keras.Model(image, dense(x, actions, initializer, name="policy"), name="bandit_net")  # (b, actions)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
