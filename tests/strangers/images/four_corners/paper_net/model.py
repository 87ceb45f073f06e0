import keras
from keras import layers


def network(inputs, targets, initializer, units, width):
    """HomographyNet's regression head: convolutions on the stacked pair, then the four corners' offsets in pixels."""
    x = pair = keras.Input(inputs.shape, name="pair")
    for number, (filters, strides) in enumerate([(units, 1), (units, 2), (2 * units, 2), (2 * units, 1)]):
        x = layers.Conv2D(
            filters,
            3,
            strides=strides,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"conv{number + 1}",
        )(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(
        width,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="full",
    )(x)
    x = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="offsets",
    )(x)  # (b, 8)
    return keras.Model(pair, x, name="homography_net")
