import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A score that is above 0 for the positive."""
    pixels = keras.Input(inputs.shape, name="pixels")
    x = pixels
    for i in range(2):
        x = dense(units, "relu", x, initializer, f"hidden_{i}")(x)  # (b, u)
    return keras.Model(pixels, dense(1, None, x, initializer, "score")(x), name="unlabelled")


def dense(units, activation, x, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
