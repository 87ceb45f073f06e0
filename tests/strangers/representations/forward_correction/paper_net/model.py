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


def network(inputs, targets, initializer, units, dropout):
    """Fully connected; from (b, 12) to logits of the true class, (b, 6)."""
    x = point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")
    for i in range(3):
        x = layers.Dense(units, "gelu", kernel_initializer=initializer.kernel(), name=f"hidden_{i}")(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(point, layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x))
