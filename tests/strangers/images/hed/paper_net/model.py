"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the stages: three small ones, in the place of VGG's five

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, widths):
    """Holistically nested edges: a side output after each stage, and their weighted fusion, all of them supervised."""

    def conv(units, x, size=3, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, **options}
        return layers.Conv2D(units, size, **options)(x)

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, h, w, 1)
    sides = []
    for i, width in enumerate(widths):
        if i:
            x = layers.MaxPooling2D(name=f"pool_{i}")(x)
        x = conv(width, x, activation="relu", name=f"stage_{i}_a")  # (b, h / 2^i, w / 2^i, width)
        x = conv(width, x, activation="relu", name=f"stage_{i}_b")
        side = conv(1, x, 1, name=f"side_{i}")
        if i:
            side = layers.UpSampling2D(2**i, interpolation="bilinear", name=f"up_{i}")(side)
        sides.append(side)  # (b, h, w, 1)
    fused = conv(
        1,
        layers.Concatenate(name="sides")(sides),
        1,
        kernel_initializer=keras.initializers.Constant(1 / len(sides)),
        name="fused",
    )
    return keras.Model(image, layers.Concatenate(name="logits")([*sides, fused]), name="hed")  # (b, h, w, sides + 1)
