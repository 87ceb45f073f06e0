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


def network(inputs, targets, initializer, units, noise):
    """Fully connected with noise on what it reads; from (b, 10) to logits (b, 2)."""
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")
    x = layers.GaussianNoise(noise, name="noise")(point)
    for i in range(2):
        x = layers.Dense(units, "relu", kernel_initializer=initializer.kernel(), name=f"hidden_{i}")(x)
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
    return keras.Model(point, layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x))
