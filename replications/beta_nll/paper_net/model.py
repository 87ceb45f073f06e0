"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how the weights start
    - what makes the variance positive: softplus

Shapes: b batch.
"""

import math

import keras
from keras import layers


def network(inputs, targets, initializer, units, variance):
    """A perceptron with tanh that gives a normal distribution at each input.

    Args:
        units: of each hidden layer.
        variance: the activation that makes the variance positive; None: the network has no variance.

    Returns:
        A model from (b, 1) to (b, 2), mean and variance; to (b, 1) without a variance.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    for number, width in enumerate(units):
        x = dense(x, width, activation="tanh", name=f"hidden_{number}")  # (b, units)
    outputs = dense(x, 1, name="mean")  # (b, 1)
    if variance:
        outputs = layers.Concatenate(name="normal")(
            [outputs, dense(x, 1, activation=variance, name="variance")]
        )  # (b, 2)
    return keras.Model(signal, outputs, name="network")


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
