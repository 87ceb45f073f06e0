"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """From the mixture (b, t, f) to two voices (b, 2, t, f): masks that sum to one, times the mixture."""
    voices, frames, bins = targets.shape
    mixture = keras.Input(inputs.shape, dtype=inputs.dtype, name="mixture")
    x = layers.LayerNormalization(name="norm")(ops.log1p(mixture))
    for i in range(2):
        gru = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name=f"gru_{i}")
        x = layers.Bidirectional(gru, name=f"both_ways_{i}")(x)  # (b, t, 2 units)
    x = layers.Dense(
        voices * bins,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * units),
        name="masks",
    )(x)  # (b, t, 2 f)
    x = layers.Permute((2, 1, 3), name="voices_first")(layers.Reshape((frames, voices, bins), name="split")(x))
    masks = layers.Softmax(axis=1, name="shares")(x)  # (b, 2, t, f)
    return keras.Model(mixture, masks * mixture[:, None], name="separator")  # (b, 2, t, f)
