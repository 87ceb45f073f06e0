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


def network(inputs, targets, initializer, filters, dilations):
    """Dilated convolutions at full resolution, each added to what it got, then one logit a pixel."""

    def convolution(x, filters, size, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        return layers.Conv2D(
            filters, size, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name, **options
        )(x)

    picture = keras.Input(inputs.shape, dtype=inputs.dtype, name="picture")
    x = convolution(picture, filters, 3, "first", activation="relu")  # (b, 24, 24, filters)
    for i, rate in enumerate(dilations):
        y = layers.GroupNormalization(groups=4, name=f"norm_{i}")(x)
        y = convolution(y, filters, 3, f"dilated_{i}", activation="relu", dilation_rate=rate)
        x = layers.Add(name=f"add_{i}")([x, y])
    return keras.Model(picture, convolution(x, 1, 1, "logit"), name="cracks")  # (b, 24, 24, 1)
