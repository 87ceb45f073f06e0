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


def network(inputs, targets, initializer, filters, slope):
    """A small U-Net with leaky relus; strided convolutions down, transposed ones up."""

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    def leaky(x, name):
        return layers.LeakyReLU(negative_slope=slope, name=name)(x)

    noisy = keras.Input(inputs.shape, dtype=inputs.dtype, name="noisy")
    fine = layers.Conv2D(filters[0], 3, padding="same", name="fine", **start(9))(noisy)
    fine = leaky(fine, "fine_leaky")  # (b, 20, 20, 12)
    x = layers.Conv2D(filters[1], 3, strides=2, padding="same", name="down", **start(9 * filters[0]))(fine)
    x = leaky(x, "down_leaky")  # (b, 10, 10, 24)
    x = layers.Conv2D(filters[1], 3, padding="same", name="bottom", **start(9 * filters[1]))(x)
    x = leaky(x, "bottom_leaky")
    x = layers.Conv2DTranspose(filters[0], 2, strides=2, name="up", **start(4 * filters[1]))(x)  # (b, 20, 20, 12)
    x = layers.Concatenate(name="skip")([x, fine])
    x = layers.Conv2D(filters[0], 3, padding="same", name="merge", **start(18 * filters[0]))(x)
    x = leaky(x, "merge_leaky")
    clean = layers.Conv2D(targets.shape[-1], 3, padding="same", name="clean", **start(9 * filters[0]))(x)
    return keras.Model(noisy, clean, name="noise2noise")
