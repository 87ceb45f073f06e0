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


def cnn(inputs, targets, initializer, filters, padding):
    """Three convolutions of stride 2 and a linear layer; Greydanus & Kobak 2020, ConvBase in the released code."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 40, 1)
    features = encoder(signal, filters, padding, initializer)  # (b, 5, 25)
    logits = head(features, targets.classes, initializer)  # (b, 10)
    return keras.Model(signal, logits, name="cnn")


def encoder(signal, filters, padding, initializer):
    x = convolution(signal, filters, 5, padding, initializer, "conv1")  # (b, 19, 25)
    x = convolution(x, filters, 3, padding, initializer, "conv2")  # (b, 10, 25)
    return convolution(x, filters, 3, padding, initializer, "conv3")  # (b, 5, 25)


def convolution(x, filters, kernel_size, padding, initializer, name):
    if padding == "one":  # PyTorch's padding=1 is neither Keras' "same" (which pads one side more) nor "valid"
        x = layers.ZeroPadding1D(1, name=f"{name}_pad")(x)  # (b, t + 2, c)
    x = layers.Conv1D(
        filters,
        kernel_size,
        strides=2,
        padding="valid" if padding == "one" else padding,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=kernel_size * x.shape[-1]),
        name=name,
    )(x)  # (b, (t + 2 - kernel_size) // 2 + 1, filters)
    return layers.ReLU(name=f"{name}_relu")(x)


def head(features, classes, initializer):
    x = layers.Flatten(name="flatten")(features)  # (b, 125)
    return layers.Dense(
        classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)


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
