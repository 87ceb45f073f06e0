"""A map of where a bike is left."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, channels, side, dropout):
    options = {"padding": "same", "strides": 2}

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = ride = keras.Input(inputs.shape, dtype=inputs.dtype, name="ride")  # (b, 5)
    x = layers.Dense(units, activation="relu", **start(x.shape[-1]), name="hidden")(x)  # (b, units)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Dense(side * side // 16 * channels, activation="relu", **start(units), name="spread")(x)
    x = layers.Reshape((side // 4, side // 4, channels), name="coarse")(x)  # (b, 3, 3, c)
    x = layers.Conv2DTranspose(channels, 3, activation="relu", **options, **start(9 * channels), name="finer")(x)
    x = layers.Conv2DTranspose(1, 3, **options, **start(9 * channels), name="cells")(x)  # (b, 12, 12, 1)
    return keras.Model(ride, layers.Flatten(name="logits")(x), name="map")  # (b, 144)
