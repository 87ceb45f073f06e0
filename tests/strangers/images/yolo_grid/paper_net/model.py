"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - one box a cell, and one kind of object

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """A small detector: convolutions down to the grid, and of each cell whether it holds an object, and its box."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    for i, width in enumerate(filters):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        x = layers.Conv2D(
            width,
            3,
            strides=2 if i < 2 else 1,
            padding="same",
            kernel_initializer=kernel,
            bias_initializer=bias,
            name=f"convolution_{i}",
        )(x)  # (b, 12, 12, ·), (b, 6, 6, ·), then the same
        x = layers.LeakyReLU(0.1, name=f"leaky_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    cells = targets.shape[0] * targets.shape[1] * targets.shape[2]
    x = layers.Dense(cells, activation="sigmoid", kernel_initializer=kernel, bias_initializer=bias, name="cells")(x)
    return keras.Model(image, layers.Reshape(targets.shape, name="grid")(x), name="yolo")  # (b, 4, 4, 5)
