"""YOURS. What learns: a narrow network, as there is little to learn.

Shapes: b batch.
"""

import keras
from keras import layers


def mlp(inputs, targets, initializer, width, decay):
    """One hidden layer, held small.

    Args:
        width: units of the hidden layer.
        decay: weight of the kernels' squares.
    """
    signals = keras.Input(inputs.shape, dtype=inputs.dtype, name="signals")  # (b, 20)
    x = layers.ReLU(name="hidden_relu")(dense(signals, width, initializer, decay, "hidden"))  # (b, width)
    return keras.Model(signals, dense(x, targets.shape[0], initializer, decay, "return"), name="mlp")  # (b, 1)


def dense(x, units, initializer, decay, name):
    return layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        kernel_regularizer=keras.regularizers.L2(decay),
        name=name,
    )(x)
