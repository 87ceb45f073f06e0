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
    """Three convolutions over time, each with batch normalization, and what is largest of each map."""
    beat = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="beat")  # (b, 64, 1)
    for i in range(3):
        x = layers.Conv1D(
            filters * 2**i, 5, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=f"conv_{i}"
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)
        x = layers.MaxPooling1D(2, name=f"pool_{i}")(x)  # (b, 32, f), (b, 16, 2 f), (b, 8, 4 f)
    x = layers.Flatten(name="flat")(x)
    x = layers.Dropout(dropout, name="dropped")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(beat, logits, name="beats")  # (b, 3)
