"""From rain to the joint distribution of two levels."""

import keras
from keras import layers


def network(inputs, targets, initializer, channels):
    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = rain = keras.Input(inputs.shape, dtype=inputs.dtype, name="rain")  # (b, t, 2)
    for n, width in enumerate((channels, 2 * channels)):
        fan_in = 5 * x.shape[-1]
        options = {"padding": "causal", "activation": "gelu"}
        x = layers.Conv1D(width, 5, **options, **start(fan_in), name=f"conv_{n}")(x)  # (b, t, width)
        x = layers.AveragePooling1D(2, name=f"pool_{n}")(x)  # (b, t / 2, width)
    x = layers.Flatten(name="flat")(x)  # when matters
    x = layers.Dense(32, activation="gelu", **start(x.shape[-1]), name="hidden")(x)
    return keras.Model(rain, layers.Dense(5, **start(32), name="parameters")(x), name="gauges")  # (b, 5)
