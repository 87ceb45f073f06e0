import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A GRU reads the past, another goes on with the rain forecast; answered is the change since the last level."""
    past = keras.Input(inputs["past"].shape, dtype=inputs["past"].dtype, name="past")  # (b, 48, 2)
    forecast = keras.Input(inputs["forecast"].shape, dtype=inputs["forecast"].dtype, name="forecast")  # (b, 12, 1)
    state = layers.GRU(units, kernel_initializer=initializer.kernel(), name="reader")(past[:, -24:])  # (b, units)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="writer")(
        forecast, initial_state=state
    )  # (b, 12, units)
    x = layers.LayerNormalization(name="norm")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    change = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="change")(x)[:, :, 0]  # (b, 12)
    return keras.Model({"past": past, "forecast": forecast}, past[:, -1, :1] + change, name="river")
