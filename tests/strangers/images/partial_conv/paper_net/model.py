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


class PartialConv(layers.Layer):
    """A convolution of the valid places under its window, scaled to a full window; its mask is 1 where there were any.

        x' = W (x * m) · sum(1) / sum(m) + b where sum(m) > 0, else 0,    m' = sum(m) > 0

    Source: Liu et al. 2018, equations 1 and 2.
    """

    def __init__(self, filters, initializer, strides=1, **options):
        super().__init__(**options)
        self.filters, self.initializer, self.strides = filters, initializer, strides

    def build(self, x_shape, valid_shape):
        channels = x_shape[-1]
        self.kernel = self.add_weight(
            shape=(3, 3, channels, self.filters), initializer=self.initializer.kernel(), name="kernel"
        )
        self.bias = self.add_weight(
            shape=(self.filters,), initializer=self.initializer.bias(fan_in=9 * channels), name="bias"
        )
        self.window = 9.0 * channels

    def call(self, x, valid):
        ones = ops.ones((3, 3, x.shape[-1], 1), dtype=x.dtype)
        count = ops.conv(valid, ones, strides=self.strides, padding="same")  # (b, h, w, 1)
        there = ops.cast(count > 0, x.dtype)
        x = ops.conv(x * valid, self.kernel, strides=self.strides, padding="same")  # (b, h, w, filters)
        x = (x * self.window / ops.maximum(count, 1.0) + self.bias) * there
        return x, ops.repeat(there, self.filters, axis=-1)


def network(inputs, targets, initializer, filters):
    """A U-Net of partial convolutions; pictures and masks go down, and up again beside those they skip to."""
    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")
    given = keras.Input(inputs["mask"].shape, dtype=inputs["mask"].dtype, name="mask")
    x, mask, skips = image, given, []
    for i, width in enumerate(filters):
        skips.append((x, mask))
        x, mask = PartialConv(width, initializer, strides=1 if i == 0 else 2, name=f"down_{i}")(x, mask)
        x = layers.ReLU(name=f"down_relu_{i}")(x)  # (b, 16, 16, 16), (b, 8, 8, 24), (b, 4, 4, 32)
    for i in reversed(range(len(filters))):
        if i > 0:
            x, mask = layers.UpSampling2D(name=f"up_{i}")(x), layers.UpSampling2D(name=f"up_mask_{i}")(mask)
        skipped, its_mask = skips[i]
        x, mask = ops.concatenate([x, skipped], axis=-1), ops.concatenate([mask, its_mask], axis=-1)
        x, mask = PartialConv(filters[i - 1] if i else 1, initializer, name=f"merge_{i}")(x, mask)
        if i > 0:
            x = layers.LeakyReLU(0.2, name=f"merge_relu_{i}")(x)  # (b, 8, 8, 24), (b, 16, 16, 16)
    return keras.Model({"image": image, "mask": given}, x, name="partial_conv")  # (b, 16, 16, 1)
