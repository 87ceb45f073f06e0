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


def network(inputs, targets, initializer, filters):
    """Contracting path, expanding path, and skip connections between them."""

    def block(x, width, name):
        for i in range(2):
            fan_in = 9 * x.shape[-1]
            x = layers.Conv2D(
                width,
                3,
                padding="same",
                activation="relu",
                name=f"{name}_{i}",
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=fan_in),
            )(x)
        return x

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    skips = []
    for i, width in enumerate(filters):
        x = block(x, width, f"down_{i}")
        skips.append(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 12, 12, 8), (b, 6, 6, 16)
    x = block(x, 2 * filters[-1], "bottom")  # (b, 6, 6, 32)
    for i, (width, skip) in reversed([*enumerate(zip(filters, skips, strict=True))]):
        x = layers.UpSampling2D(interpolation="bilinear", name=f"up_{i}")(x)
        x = layers.Concatenate(name=f"skip_{i}")([x, skip])
        x = block(x, width, f"decode_{i}")  # (b, 12, 12, 16), (b, 24, 24, 8)
    mask = layers.Conv2D(
        1,
        1,
        activation="sigmoid",
        name="mask",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=filters[0]),
    )(x)  # (b, 24, 24, 1)
    return keras.Model(image, mask, name="unet")
