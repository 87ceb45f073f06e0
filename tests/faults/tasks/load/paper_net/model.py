"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` as declared in
conf/data, `initializer`, and the file's own arguments; it returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def lstm(inputs, targets, initializer, units):
    """An LSTM that says by how much the demand will differ from the last one seen."""
    hours = keras.Input(inputs.shape, dtype=inputs.dtype, name="hours")  # (b, 24, 5)
    x = layers.LSTM(units, return_sequences=True, name="lstm")(hours)  # (b, 24, units)
    x = x[:, -1]  # (b, units)
    x = layers.Dense(
        32,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="hidden",
    )(x)  # (b, 32)
    change = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=32),
        name="change",
    )(x)  # (b, 1)
    last = hours[:, -1, :1]  # (b, 1)
    return keras.Model(hours, last + change, name="lstm")
