"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def fan(inputs, targets, initializer, filters, quantiles):
    """Strided convolutions; a median for each day ahead, and what lies above and below it, so that none cross."""
    past = keras.Input(inputs.shape, dtype=inputs.dtype, name="past")  # (b, 60, 2)
    x = past
    for number in (1, 2, 3):
        x = layers.Conv1D(
            filters,
            5,
            strides=2,
            padding="same",
            activation="leaky_relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
            name=f"conv{number}",
        )(x)  # (b, 30 | 15 | 8, filters)
    x = layers.Flatten(name="flatten")(x)  # (b, 8 filters)
    days = targets.shape[0]
    median = dense(x, days, initializer, "median")  # (b, 7)
    below = dense(x, days, initializer, "below", "softplus")
    above = dense(x, days, initializer, "above", "softplus")
    levels = keras.ops.stack([median - below, median, median + above], axis=-1)  # (b, 7, 3)
    assert quantiles == 3, "a median and one on either side"
    return keras.Model(past, levels, name="fan")


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)
