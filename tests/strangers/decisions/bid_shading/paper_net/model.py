import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The share of its value that is bid, between none and all."""
    features = keras.Input(inputs["features"].shape, name="features")
    value = keras.Input(inputs["value"].shape, name="value")
    x = layers.Concatenate()([features, value])  # (b, 9)
    x = layers.Dense(
        units,
        "relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9),
        name="hidden",
    )(x)  # (b, units)
    share = layers.Dense(
        1,
        "sigmoid",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="share",
    )(x)
    return keras.Model({"features": features, "value": value}, layers.Multiply(name="bid")([share, value]))  # (b, 1)
