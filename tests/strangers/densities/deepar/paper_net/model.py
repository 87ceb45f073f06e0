import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """The mean and the dispersion of each day's sales, in pieces, from the days before."""
    sold = keras.Input(inputs["sold"].shape, name="sold")  # (b, t, 1)
    weekday = keras.Input(inputs["weekday"].shape, dtype=inputs["weekday"].dtype, name="weekday")  # (b, t)
    scale = keras.Input(inputs["scale"].shape, name="scale")  # (b, 1)
    days = layers.CategoryEncoding(inputs["weekday"].classes, output_mode="one_hot", name="days")(weekday[..., None])
    x = layers.Concatenate(name="read")([sold, days])  # (b, t, 1 + 7)
    x = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer="orthogonal",
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="memory",
    )(x)  # (b, t, units)
    x = layers.Dense(
        2, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="raw"
    )(x)  # (b, t, 2)
    outputs = rescaled(x, scale)  # (b, t, 2)
    return keras.Model({"sold": sold, "weekday": weekday, "scale": scale}, outputs, name="deepar")


def rescaled(raw, scale):
    """The mean times the scale, the dispersion over its root, as in section 3.3; both above 0."""
    mean = ops.softplus(raw[..., 0]) * scale
    dispersion = ops.softplus(raw[..., 1]) / ops.sqrt(scale)
    return ops.stack([mean, dispersion], axis=-1)
