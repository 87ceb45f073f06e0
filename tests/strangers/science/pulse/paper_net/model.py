import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Two convolutions over the wave, and its pressure."""
    x = wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, t, 1)
    for name in ("one", "two"):
        x = layers.Conv1D(
            filters,
            5,
            strides=2,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
            name=name,
        )(x)
    x = layers.Flatten(name="flat")(x)
    for name, units, activation in (("hidden", 32, "relu"), ("pressure", 1, None)):
        x = layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return keras.Model(wave, x, name="pulse")  # (b, 1)
