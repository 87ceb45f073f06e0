import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """From a member to how much likelier it is in the new population than in the old one."""
    member = keras.Input(inputs.shape, dtype=inputs.dtype, name="member")
    x = layers.Dense(
        units,
        activation="silu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
        name="hidden",
    )(member)  # (b, units)
    x = layers.Dense(
        1,
        activation="softplus",  # a ratio is never below 0
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="ratio",
    )(x)  # (b, 1)
    return keras.Model(member, x, name="least_squares_importance")
