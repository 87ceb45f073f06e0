"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the network for signals, which the paper has none of: three convolutions in the place of its two dense layers

Shapes: b batch.
"""

import math

import keras
from keras import layers


def network(inputs, targets, initializer, channels):
    """The student. Its logits go out twice: to be compared with the digit, and with the teacher's logits.

    Args:
        channels: of each convolution; the teacher has 50.
    """
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = signal  # (b, 40, 1)
    for block in range(3):
        x = layers.Conv1D(
            channels,
            5,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
            name=f"conv{block}",
        )(x)  # (b, 20, channels), (b, 10, channels), (b, 5, channels)
    x = layers.Flatten(name="flatten")(x)
    logits = layers.Dense(
        targets["digit"].classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)
    return keras.Model(signal, {name: layers.Identity(name=name)(logits) for name in targets}, name="student")


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
