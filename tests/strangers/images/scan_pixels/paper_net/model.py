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
from keras import layers, regularizers


def network(inputs, targets, initializer, units, dropout, decay):
    """One hidden layer, kept small by dropout and weight decay, and one logit."""
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")
    x = layers.Dense(
        units,
        activation="tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=pixels.shape[-1]),
        kernel_regularizer=regularizers.L2(decay),
        name="hidden",
    )(pixels)  # (b, units)
    x = layers.Dropout(dropout, name="dropout")(x)
    logit = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logit",
    )(x)  # (b, 1)
    return keras.Model(pixels, logit, name="scan_pixels")
