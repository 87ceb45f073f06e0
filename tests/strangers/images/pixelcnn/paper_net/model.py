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
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, filters, blocks):
    """A masked convolution of type A, residual blocks of type B, two of 1 x 1 pixels, and a logit for each pixel."""

    def start(x, size):
        return {
            "kernel_initializer": initializer.kernel(),
            "bias_initializer": initializer.bias(fan_in=size**2 * x.shape[-1]),
        }

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = Masked(filters, 5, include_centre=False, name="first", **start(image, 5))(image)  # type A
    for i in range(blocks):
        y = layers.Activation("relu", name=f"relu_{i}")(x)
        y = Masked(filters, 3, include_centre=True, name=f"masked_{i}", **start(y, 3))(y)  # type B
        x = layers.Add(name=f"add_{i}")([x, y])
    x = layers.Activation("relu", name="relu")(x)
    x = layers.Conv2D(filters, 1, activation="relu", name="one", **start(x, 1))(x)
    return keras.Model(image, layers.Conv2D(inputs.shape[-1], 1, name="logits", **start(x, 1))(x), name="pixelcnn")


class Masked(layers.Layer):
    """A convolution that sees the pixels above, and those to the left; the one itself if `include_centre` (type B)."""

    def __init__(self, filters, size, include_centre, kernel_initializer, bias_initializer, **options):
        super().__init__(**options)
        self.filters, self.size, self.include_centre = filters, size, include_centre
        self.kernel_initializer, self.bias_initializer = kernel_initializer, bias_initializer

    def build(self, shape):
        size = self.size
        self.kernel = self.add_weight(
            shape=(size, size, shape[-1], self.filters), initializer=self.kernel_initializer, name="kernel"
        )
        self.bias = self.add_weight(shape=(self.filters,), initializer=self.bias_initializer, name="bias")
        mask = np.zeros((size, size, 1, 1), "float32")
        mask[: size // 2] = 1
        mask[size // 2, : size // 2 + self.include_centre] = 1
        self.mask = mask

    def call(self, x):
        return ops.conv(x, self.kernel * self.mask, padding="same") + self.bias  # (b, h, w, filters)
