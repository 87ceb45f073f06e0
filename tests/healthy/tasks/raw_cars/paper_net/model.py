"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def cars(inputs, targets, initializer, width):
    """A trunk of two layers and two heads. The first layer learns the scale of each raw column as it goes."""
    table = keras.Input(inputs.shape, dtype=inputs.dtype, name="table")  # (b, 5)
    x = layers.BatchNormalization(momentum=0.95, center=False, scale=False, name="scaled")(table)
    for number in (1, 2):
        x = dense(x, width, initializer, f"hidden{number}", "silu")  # (b, width)
    price = dense(x, 1, initializer, "price", "softplus")  # (b, 1), never below nothing
    sold = dense(x, targets["sold"].classes, initializer, "sold")  # (b, 2)
    return keras.Model(table, {"price": price, "sold": sold}, name="cars")


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)
