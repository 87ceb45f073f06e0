import keras
from keras import layers, ops


def parameters(raw):
    """Location, scale (a share of the location, half at 0) and shape (-0.5 … 0.5) from any three numbers."""
    location = ops.exp(raw[..., :1])
    scale = location * 0.5 * ops.exp(raw[..., 1:2])
    return ops.concatenate([location, scale, 0.5 * ops.tanh(raw[..., 2:])], axis=-1)


def network(inputs, targets, initializer, units, usual):
    """A hidden layer over a station's log area, rain and slope; usual is the logarithm of a usual flood."""
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="station")
    x = layers.Rescaling([1.0, 0.002, 3.0], offset=[-5.5, -2.4, -1.5], name="standard")(row)  # (b, 3)
    x = layers.Dense(
        units,
        activation="tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=3),
        name="hidden",
    )(x)  # (b, u)
    raw = layers.Dense(
        3,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="raw",
    )(x)
    raw = layers.Rescaling(1.0, offset=[usual, 0.0, 0.0], name="from_usual")(raw)
    return keras.Model(row, parameters(raw), name="floods")  # (b, 3)
