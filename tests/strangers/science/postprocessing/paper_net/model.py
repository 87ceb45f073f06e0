import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units):
    """Forecast and the station's own vector to mean and standard deviation of the temperature."""
    station = keras.Input(inputs["station"].shape, dtype="int32", name="station")
    forecast = keras.Input(inputs["forecast"].shape, name="forecast")
    place = layers.Embedding(inputs["station"].classes, embedding, name="place")(station)  # (b, e)
    x = layers.Concatenate(name="predictors")([forecast, place])  # (b, 4 + e)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="hidden",
    )(x)  # (b, units)
    x = layers.Dense(
        2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="moments",
    )(x)  # (b, 2)
    normal = layers.Lambda(normal_parameters, output_shape=(2,), name="normal")(x)
    return keras.Model({"station": station, "forecast": forecast}, normal, name="postprocessing")  # (b, 2)


def normal_parameters(x):
    """In units of 8 degrees about 8, as the predictors are, to a mean and a positive standard deviation in degrees."""
    return ops.stack([8 + 8 * x[:, 0], ops.softplus(x[:, 1]) + 0.01], axis=-1)
