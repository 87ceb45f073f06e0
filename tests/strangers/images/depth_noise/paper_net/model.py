import keras
from keras import layers


def conv(x, units, initializer, name, activation="relu"):
    """A convolution, 3 by 3."""
    return layers.Conv2D(
        units,
        3,
        padding="same",
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)


def network(inputs, targets, initializer, units):
    """Two maps from one head: the depth, and the logarithm of its variance."""
    image = keras.Input(inputs.shape, name="image")
    x = conv(image, units, initializer, "conv1")  # (b, h, w, units)
    x = conv(x, units, initializer, "conv2")
    x = conv(x, units, initializer, "conv3")
    x = conv(x, 2, initializer, "head", activation=None)  # (b, h, w, 2)
    return keras.Model(image, x, name="depth_and_variance")
