"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers, regularizers


def ridge(inputs, targets, initializer, penalty):
    """Linear regression with a quadratic penalty."""
    signals = keras.Input(inputs.shape, dtype=inputs.dtype, name="signals")  # (b, 40)
    expected = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
        kernel_regularizer=regularizers.L2(penalty),
        name="return",
    )(signals)  # (b, 1)
    return keras.Model(signals, expected, name="ridge")
