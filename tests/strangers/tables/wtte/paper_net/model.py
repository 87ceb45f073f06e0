import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A recurrence whose every step gives a Weibull distribution: log of its scale, log of its shape."""
    weeks = keras.Input(inputs.shape, dtype=inputs.dtype, name="weeks")  # (b, t, 2)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="history")(weeks)
    x = layers.Dense(
        2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="weibull",
    )(x)
    scale = layers.Lambda(lambda z: z[..., :1] + ops.log(5.0), output_shape=(inputs.shape[0], 1), name="scale")(x)
    shape = layers.Lambda(lambda z: ops.tanh(z[..., 1:]) * 2.0, output_shape=(inputs.shape[0], 1), name="shape")(x)
    return keras.Model(weeks, layers.Concatenate(name="scale_shape")([scale, shape]), name="wtte")  # (b, t, 2)
