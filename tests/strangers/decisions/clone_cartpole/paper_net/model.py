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
    """Frames and their differences, which are the speeds, and two hidden layers."""
    frames = keras.Input(inputs.shape, dtype=inputs.dtype, name="frames")  # (b, t, 2)
    speeds = 10 * (frames[:, 1:] - frames[:, :-1])  # (b, t - 1, 2)
    x = layers.Concatenate(name="seen")([layers.Flatten()(frames), layers.Flatten()(speeds)])  # (b, 14)
    for i in range(2):
        x = dense(x, units, initializer, activation="gelu", name=f"hidden_{i}")  # (b, units)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(frames, dense(x, targets.classes, initializer, name="logits"), name="clone")  # (b, classes)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
