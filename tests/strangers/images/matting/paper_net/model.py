import keras
from keras import layers


def conv(x, units, initializer, name, strides=1, activation="relu"):
    """A convolution, 3 by 3."""
    return layers.Conv2D(
        units,
        3,
        strides=strides,
        padding="same",
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)


def network(inputs, targets, initializer, units):
    """An encoder and a decoder on the image and its trimap, to an alpha in 0 … 1."""
    image = keras.Input(inputs.shape, name="image_and_trimap")
    x = fine = conv(image, units, initializer, "conv1")  # (b, h, w, units)
    x = conv(x, 2 * units, initializer, "down", strides=2)  # (b, h / 2, w / 2, 2 units)
    x = conv(x, 2 * units, initializer, "conv2")
    x = layers.UpSampling2D(2, name="up")(x)  # (b, h, w, 2 units)
    x = layers.Concatenate(name="skip")([x, fine])
    x = conv(x, units, initializer, "conv3")
    x = conv(x, 1, initializer, "alpha", activation="sigmoid")  # (b, h, w, 1)
    return keras.Model(image, x, name="matting")
