import keras
from keras import layers


def network(inputs, targets, initializer, units, decay):
    """Station and weather to the mean and the precision of a beta distribution: (b, 2)."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options |= {"kernel_initializer": kernel, "bias_initializer": bias}
        return layers.Dense(units, kernel_regularizer=keras.regularizers.L2(decay), **options)(x)

    station = keras.Input(inputs["station"].shape, dtype=inputs["station"].dtype, name="station")  # (b)
    weather = keras.Input(inputs["weather"].shape, dtype=inputs["weather"].dtype, name="weather")  # (b, 4)
    place = layers.Embedding(inputs["station"].classes, 4, name="place")(station)  # (b, 4)
    x = layers.Concatenate(name="join")([place, weather])  # (b, 8)
    x = dense(units, x, activation="gelu", name="hidden_0")  # (b, units)
    x = dense(units, x, activation="gelu", name="hidden_1")
    mean = dense(1, x, activation="sigmoid", name="mean")  # (b, 1)
    precision = dense(1, x, activation="exponential", name="precision")  # (b, 1)
    return keras.Model({"station": station, "weather": weather}, layers.Concatenate(name="beta")([mean, precision]))
