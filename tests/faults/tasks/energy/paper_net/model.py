"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` as declared in
conf/data, `initializer`, and the file's own arguments; it returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def mlp(inputs, targets, initializer, widths):
    """A plain MLP for a table, one linear output for each target."""
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")  # (b, 8)
    x = row
    for number, width in enumerate(widths, 1):
        x = dense(x, width, initializer, f"hidden{number}")
        x = layers.ReLU(name=f"relu{number}")(x)  # (b, width)
    y = dense(x, targets.shape[0], initializer, "prediction")  # (b, 3)
    return keras.Model(row, y, name="mlp")


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)
