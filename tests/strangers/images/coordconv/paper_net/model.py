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
from keras import layers, ops


def network(inputs, targets, initializer, filters):
    """Coordinates, then convolutions, then a mean over the pixels; the head has no activation: coordinates reach -1."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = Coordinates(name="coordinates")(image)  # (b, h, w, 3)
    for i, width in enumerate(filters):
        size = 1 if i else 3
        x = layers.Conv2D(
            width,
            size,
            padding="same",
            strides=2 if i == 0 else 1,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size**2 * x.shape[-1]),
            name=f"conv_{i}",
        )(x)  # (b, h / 2, w / 2, width)
    x = layers.GlobalAveragePooling2D(name="pool")(x)  # (b, 16)
    x = layers.Dense(
        targets.shape[0],
        name="centre",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=16),
    )(x)  # (b, 2)
    return keras.Model(image, x, name="coordconv")


class Coordinates(layers.Layer):
    """Appends two channels, the row and the column of each pixel, scaled to -1 … 1."""

    def call(self, x):
        _, h, w, _ = x.shape
        row = ops.reshape(ops.linspace(-1.0, 1.0, h), (1, h, 1, 1))
        column = ops.reshape(ops.linspace(-1.0, 1.0, w), (1, 1, w, 1))
        flat = ops.zeros_like(x[..., :1])
        return ops.concatenate([x, flat + row, flat + column], axis=-1)
