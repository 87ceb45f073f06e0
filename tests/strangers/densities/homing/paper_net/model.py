import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A vector (north, east) whose direction is the mean bearing and whose length is the concentration."""
    release = keras.Input(inputs.shape, dtype=inputs.dtype, name="release")  # (b, 3)
    x = release
    for level in (1, 2, 3):
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{level}",
        )(x)  # (b, units)
    vector = layers.Dense(
        2, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="vector"
    )(x)  # (b, 2)
    return keras.Model(release, vector, name="homing")
