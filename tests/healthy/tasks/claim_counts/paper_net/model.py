"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers


def rate(inputs, targets, initializer, widths):
    """A rate of claims a year, log-linear in the last hidden layer, times the years insured."""
    car = keras.Input(inputs["car"].shape, name="car")  # (b, 7)
    exposure = keras.Input(inputs["exposure"].shape, name="exposure")  # (b, 1)
    x = car
    for number, width in enumerate(widths, 1):
        x = layers.Dense(
            width,
            activation="tanh",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden{number}",
        )(x)  # (b, width)
    yearly = layers.Dense(
        1,
        activation="exponential",
        kernel_initializer=initializer.kernel(),
        bias_initializer=keras.initializers.Constant(-1.5),  # about the mean rate
        name="yearly",
    )(x)  # (b, 1)
    expected = layers.Multiply(name="claims")([yearly, exposure])  # (b, 1)
    return keras.Model({"car": car, "exposure": exposure}, expected, name="rate")
