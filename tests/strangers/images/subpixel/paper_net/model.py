"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - padding: same, with zeros
    - how the photographs are made smaller: the mean of a block

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, factor, filters):
    """ESPCN: convolutions at the small size, and one shuffle of channels into pixels at the end."""
    x = small = keras.Input(inputs.shape, dtype=inputs.dtype, name="small")  # (b, h, w, 1)
    for i, (width, kernel) in enumerate(zip(filters, [5, 3], strict=False)):
        x = convolution(x, width, kernel, initializer, activation="tanh", name=f"features_{i}")  # (b, h, w, width)
    x = convolution(x, factor**2 * targets.shape[-1], 3, initializer, name="subpixels")  # (b, h, w, r * r * c)
    return keras.Model(small, PixelShuffle(factor, name="shuffle")(x), name="espcn")  # (b, h * r, w * r, c)


class PixelShuffle(layers.Layer):
    """(b, h, w, r * r * c) → (b, h * r, w * r, c): each place's channels become a block of r by r pixels."""

    def __init__(self, factor, **options):
        super().__init__(**options)
        self.factor = factor

    def call(self, x):
        _, h, w, channels = x.shape
        r = self.factor
        c = channels // r**2
        x = ops.reshape(x, (-1, h, w, r, r, c))
        x = ops.transpose(x, (0, 1, 3, 2, 4, 5))  # (b, h, r, w, r, c)
        return ops.reshape(x, (-1, h * r, w * r, c))


def convolution(x, filters, kernel, initializer, **options):
    fan_in = kernel**2 * x.shape[-1]
    options |= {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}
    return layers.Conv2D(filters, kernel, padding="same", **options)(x)
