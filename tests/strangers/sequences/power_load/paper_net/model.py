import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The load of tomorrow: today's, and what changes by the weather, the weekday and the day before."""
    known = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    x = layers.Concatenate(name="known")([known["past"], known["temperature"], known["weekday"]])  # (b, 103)
    for depth in (1, 2):
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden{depth}",
        )(x)
    change = layers.Dense(
        24,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="change",
    )(x)
    today = layers.Cropping1D((24, 0), name="today")(layers.Reshape((48, 1), name="hours")(known["past"]))
    today = layers.Reshape((24,), name="today_flat")(today)
    return keras.Model(known, layers.Add(name="tomorrow")([today, change]), name="power_load")  # (b, 24)
