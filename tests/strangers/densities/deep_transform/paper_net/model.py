import keras
from keras import layers


def network(inputs, targets, initializer, units, order):
    """From (b, 2) to the M + 1 raw coefficients of a transformation of the outcome (losses.py makes them increase)."""
    x = place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")
    for i in range(2):
        x = dense(x, units, initializer, activation="tanh", name=f"hidden_{i}")  # (b, units)
    return keras.Model(place, dense(x, order + 1, initializer, name="theta"), name="deep_transform")  # (b, order + 1)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
