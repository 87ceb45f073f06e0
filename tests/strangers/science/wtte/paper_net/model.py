import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A recurrence over the sensors, whose last state gives the logarithms of a Weibull's scale and shape."""
    sensors = keras.Input(inputs.shape, dtype=inputs.dtype, name="sensors")  # (b, t, 3)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="recurrence")(sensors)  # (b, units)
    x = layers.Dense(
        2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="log_scale_and_shape",
    )(x)
    return keras.Model(sensors, x, name="wtte")  # (b, 2)
