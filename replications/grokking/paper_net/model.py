"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed: width and weight decay at a smaller p; conf/paper.yaml.

Shapes: b batch, p modulus and number of classes, n width.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width):
    """Two layers with a square between them, in mean-field parametrization: f(x) = W2 (W1 x / √(2p))² / n.

    No biases, and the outputs are scores, not logits: they regress the one-hot sum. Gromov 2023, equations 1 and 2.
    """
    p = targets.classes
    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="pair")  # (b, 2)
    x = layers.Reshape((2 * p,), name="two_hot")(ops.one_hot(pair, p))  # (b, 2 * p)
    x = layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel(), name="hidden")(x)  # (b, n)
    x = ops.square(x / math.sqrt(2 * p))
    x = layers.Dense(p, use_bias=False, kernel_initializer=initializer.kernel(), name="scores")(x)  # (b, p)
    return keras.Model(pair, x / width, name="network")


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
