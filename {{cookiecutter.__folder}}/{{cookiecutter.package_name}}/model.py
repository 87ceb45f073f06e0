"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`), `initializer`, and the file's own arguments; it returns an
uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own. A block that is not written
yet raises NotImplementedError.

What the paper leaves open, and what its released code answers:
    - how are the convolutions padded?       one zero on both sides, also before a kernel of 5
    - how do the weights start?              as PyTorch starts them (conf/initializer/torch_default.yaml)
    - in which order is the map flattened?   channels first there, positions first here: the same up to a permutation

Shapes: b batch, t positions, c channels.
"""

import math

import keras
from keras import layers


def cnn(inputs, targets, initializer, filters, padding):
    """Three convolutions of stride 2 and a linear layer; Greydanus & Kobak 2020, ConvBase in the released code."""
    if len(inputs.shape) != 2:
        raise ValueError(
            f"model=cnn takes signals, of the shape [t, c]: for data.inputs.shape={list(inputs.shape)} take "
            "model=linear, or write a network in model.py: images with layers.Conv2D, tokens with layers.Embedding"
        )
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
    """The dumb baseline: logistic regression on classes, linear regression on values. A text is its words' shares."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    if inputs.classes:  # numbers of words, in the place of values
        words = layers.CategoryEncoding(inputs.classes, output_mode="count", name="words")(signal)  # (b, words)
        x = layers.Rescaling(1 / math.prod(inputs.shape), name="shares")(words)
    else:
        x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)
