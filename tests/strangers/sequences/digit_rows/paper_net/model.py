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


def rows(inputs, targets, initializer, units):
    """Each row into a vector, a GRU over the rows, the last state normalized, and the logits."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = layers.Dense(units // 2, "silu", kernel_initializer=initializer.kernel(), name="row")(
        signal
    )  # (b, 8, units / 2)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), recurrent_initializer="orthogonal", name="gru")(x)
    x = layers.LayerNormalization(name="norm")(x)  # (b, units)
    x = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)
    return keras.Model(signal, x, name="rows")
