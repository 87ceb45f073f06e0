import keras
from keras import layers, ops


def network(inputs, targets, initializer, width):
    """V(x), of each state alone."""
    states = keras.Input(inputs.shape, name="states")  # (b, T + 1, s)
    x = layers.Dense(
        width,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=states.shape[-1]),
        name="hidden",
    )(states)
    x = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=width), name="value"
    )(x)
    return keras.Model(states, ops.squeeze(x, axis=-1), name="vtrace")  # (b, T + 1)
