import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """One encoder for every tile, and of the tiles' codes side by side the order that they are in."""

    def dense(x, width, name, activation=None):
        return layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    parts = keras.Input(inputs.shape, name="parts")  # (b, 4, 16)
    x = dense(parts, 2 * units, "encoder_first", "relu")  # (b, 4, 2 * units)
    x = dense(x, units, "encoder_second", "relu")  # (b, 4, units)
    x = layers.Flatten(name="side_by_side")(x)  # (b, 4 * units)
    x = dense(x, 4 * units, "together", "relu")  # (b, 4 * units)
    return keras.Model(parts, dense(x, targets.classes, "order"), name="jigsaw")  # (b, 24)
