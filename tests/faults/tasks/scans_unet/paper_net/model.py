"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`), `initializer`, and the file's own arguments; it returns an
uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own. A block that is not written
yet raises NotImplementedError.

Shapes: b batch, c channels.
"""

import math

import keras
from keras import layers


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)


def unet(inputs, targets, initializer, filters, levels, momentum):
    """U-Net: down with max pooling, up again beside what was there before, one logit a pixel; Ronneberger 2015."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 16, 16, 1)
    x, skips = image, []
    for level in range(levels):
        x = block(x, width(filters, level), momentum, initializer, f"down{level}")  # (b, 16 / 2**level, …, c)
        skips.append(x)
        x = layers.MaxPooling2D(2, name=f"pool{level}")(x)
    x = block(x, width(filters, levels), momentum, initializer, "bottom")  # (b, 4, 4, 32)
    for level in reversed(range(levels)):
        x = layers.UpSampling2D(2, name=f"unpool{level}")(x)
        x = layers.Concatenate(name=f"skip{level}")([skips[level], x])
        x = block(x, width(filters, level), momentum, initializer, f"up{level}")
    logits = layers.Conv2D(
        1,
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 16, 16, 1)
    return keras.Model(image, logits, name="unet")


def width(filters, level):
    """Channels at a level: twice as many after each pooling."""
    return filters * 2**level


def block(x, filters, momentum, initializer, name):
    x = layers.Conv2D(
        filters,
        3,
        padding="same",
        use_bias=False,  # the normalization has one
        kernel_initializer=initializer.kernel(),
        name=name,
    )(x)
    x = layers.BatchNormalization(momentum=momentum, name=f"{name}_norm")(x)
    return layers.ReLU(name=f"{name}_relu")(x)
