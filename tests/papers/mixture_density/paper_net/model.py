"""YOURS. What learns: a network that answers with a distribution.

Shapes: b batch, k parts of a mixture.
"""

import keras
from keras import layers


def mdn(inputs, targets, initializer, units, parts):
    """A mixture density network; Bishop 1994.

    Args:
        units: of the hidden layer.
        parts: of the mixture.
    """
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")  # (b, 1)
    hidden = dense(x, units, "hidden", "tanh", initializer)  # (b, units)
    y = dense(hidden, 3 * parts, "heads", None, initializer)  # (b, 3 k)
    return keras.Model(x, layers.Reshape((3, parts), name="parameters")(y), name="mdn")  # (b, 3, k)


def dense(x, units, name, activation, initializer):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)
