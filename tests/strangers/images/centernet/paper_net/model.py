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

import math

import keras
from keras import initializers, layers


def network(inputs, targets, initializer, filters, prior):
    """Strided convolution, three more, and a logit a pixel, whose bias starts at a small probability."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i, strides in enumerate([1, 2, 1, 1]):
        x = layers.Conv2D(
            filters if i else filters // 3,
            3,
            strides=strides,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"conv_{i}",
        )(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)  # (b, 24, 24, 8), then (b, 12, 12, 24)
    heat = layers.Conv2D(
        1,
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializers.Constant(-math.log((1 - prior) / prior)),  # Lin et al. 2017, Section 3.3
        name="heat",
    )(x)  # (b, 12, 12, 1)
    return keras.Model(image, heat, name="centernet")
