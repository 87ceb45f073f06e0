"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, dropout):
    """A waveform (b, t, 1) to the logits of the semitones (b, bins)."""

    def begin(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = frame = keras.Input(inputs.shape, dtype=inputs.dtype, name="frame")
    for i, (width, size, stride) in enumerate(zip(filters, (64, 8, 8), (4, 1, 1), strict=True)):
        fan_in = size * x.shape[-1]
        x = layers.Conv1D(width, size, stride, "same", activation="relu", **begin(fan_in), name=f"conv_{i}")(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.MaxPooling1D(2, name=f"pool_{i}")(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    return keras.Model(frame, layers.Dense(*targets.shape, **begin(x.shape[-1]), name="semitones")(x), name="crepe")
