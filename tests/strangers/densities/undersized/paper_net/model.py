import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """From what is known of a fish to the mean and the log deviation of all like it, caught or not."""
    fish = keras.Input(inputs.shape, dtype=inputs.dtype, name="fish")
    x = fish
    for number in (1, 2):
        x = layers.Dense(
            units,
            activation="silu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{number}",
        )(x)  # (b, units)
    x = layers.Dense(
        2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="mean_and_log_deviation",
    )(x)  # (b, 2)
    return keras.Model(fish, x, name="undersized")
