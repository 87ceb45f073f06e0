"""YOURS. What learns: two layers without biases, and a square between them."""

import keras
from keras import layers, ops


def quadratic(inputs, targets, initializer, width):
    """f(x) = W₂ (W₁ x)², as in Gromov, arXiv 2301.02679, without its scale.

    Args:
        width: units of the hidden layer.
    """
    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="pair")  # (b, 2p)
    x = layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel(), name="hidden")(pair)  # (b, width)
    x = layers.Activation(ops.square, name="square")(x)
    logits = layers.Dense(targets.classes, use_bias=False, kernel_initializer=initializer.kernel(), name="logits")(
        x
    )  # (b, p)
    return keras.Model(pair, logits, name="quadratic")


def linear(inputs, targets, initializer):
    """The dumb baseline."""
    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="pair")
    return keras.Model(pair, layers.Dense(targets.classes, kernel_initializer=initializer.kernel())(pair))
