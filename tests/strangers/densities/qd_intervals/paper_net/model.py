"""Bounds of a prediction interval. Shapes: b batch."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Two hidden layers; the bounds begin far apart, as the paper advises."""

    def dense(x, width, bias=None, **options):
        kernel, bias = initializer.kernel(), bias or initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = features = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")
    for i in range(2):
        x = dense(x, units, activation="relu", name=f"hidden_{i}")  # (b, units)
    lower = dense(x, 1, keras.initializers.Constant(-2.0), name="lower")  # (b, 1)
    upper = dense(x, 1, keras.initializers.Constant(2.0), name="upper")  # (b, 1)
    return keras.Model(features, layers.Concatenate(name="bounds")([lower, upper]), name="intervals")  # (b, 2)
