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
from keras import layers


def network(inputs, targets, initializer, filters, size, units):
    """Large oriented filters, rectified, pooled over places, two dense layers."""

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Conv2D(filters, size, activation="relu", name="oriented", **start(size**2))(
        image
    )  # (b, 10, 10, filters)
    x = layers.GlobalAveragePooling2D(name="energy")(x)  # (b, filters)
    x = layers.BatchNormalization(name="norm")(x)
    x = layers.Dense(units, activation="elu", name="hidden", **start(filters))(x)
    x = layers.Dense(targets.shape[0], name="doubled_angle", **start(units))(x)  # (b, 2)
    return keras.Model(image, x, name="grating_angle")
