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


def network(inputs, targets, initializer, filters, dilations):
    """Convolutions at full resolution that see further and further, and a logit for each class and pixel."""

    def start(x, size):
        return {
            "kernel_initializer": initializer.kernel(),
            "bias_initializer": initializer.bias(fan_in=size**2 * x.shape[-1]),
        }

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i, dilation in enumerate(dilations):
        x = layers.Conv2D(
            filters, 3, padding="same", dilation_rate=dilation, activation="relu", name=f"dilated_{i}", **start(x, 3)
        )(x)  # (b, 24, 24, filters)
    logits = layers.Conv2D(targets.classes, 1, name="logits", **start(x, 1))(x)  # (b, 24, 24, 4)
    return keras.Model(image, logits, name="land_cover")
