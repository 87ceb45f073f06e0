"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the size of the U-Net, for small images: two levels

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """A U-Net of two levels, with leaky rectifiers and no normalization, as in the paper's appendix."""

    def convolution(x, width, name, slope=0.1):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        x = layers.Conv2D(width, 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
        return layers.LeakyReLU(slope, name=f"{name}_leaky")(x) if slope else x

    noisy = keras.Input(inputs.shape, dtype=inputs.dtype, name="noisy")  # (b, s, s, 1)
    fine = convolution(noisy, filters, "down_1")  # (b, s, s, filters)
    x = layers.MaxPooling2D(name="half")(fine)  # (b, s / 2, s / 2, filters)
    x = convolution(x, 2 * filters, "down_2")
    x = convolution(x, 2 * filters, "bottom")
    x = layers.UpSampling2D(name="double")(x)  # (b, s, s, 2 * filters)
    x = layers.Concatenate(name="skip")([x, fine, noisy])
    x = convolution(x, filters, "up_1")
    x = convolution(x, 1, "restored", slope=None)  # (b, s, s, 1)
    return keras.Model(noisy, x, name="unet")
