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


def network(inputs, targets, initializer, filters, groups):
    """A convolution, separable ones with group normalization, the maximum over places, a logit for each shape."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=25)
    x = layers.Conv2D(
        filters[0], 5, strides=2, padding="same", kernel_initializer=kernel, bias_initializer=bias, name="stem"
    )(image)  # (b, 12, 12, 16)
    for i, width in enumerate(filters[1:]):
        x = layers.GroupNormalization(groups, name=f"norm_{i}")(x)
        x = layers.Activation("silu", name=f"silu_{i}")(x)
        x = layers.SeparableConv2D(
            width,
            3,
            padding="same",
            depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"separable_{i}",
        )(x)  # (b, 12, 12, 32)
    x = layers.GlobalMaxPooling2D(name="pool")(layers.Activation("silu", name="silu")(x))  # (b, 32)
    logits = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 4)
    return keras.Model(image, logits, name="shapes_present")
