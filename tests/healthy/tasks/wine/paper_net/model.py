"""YOURS. What learns: a very small network for a very small table. Shapes: b batch."""

import keras
from keras import layers, regularizers


def small(inputs, targets, initializer, width, decay):
    """One hidden layer of tanh, both layers held small by an L2 penalty."""
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")  # (b, 13)
    penalty = {"kernel_regularizer": regularizers.L2(decay)}
    x = dense(row, width, initializer, "hidden", activation="tanh", **penalty)  # (b, width)
    return keras.Model(row, dense(x, targets.classes, initializer, "logits", **penalty), name="small")  # (b, 3)


def dense(x, units, initializer, name, **more):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **more)(x)
