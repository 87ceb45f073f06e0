import keras
from keras import layers


def conv(x, units, initializer, name, size=3, rate=1, activation="relu"):
    """A convolution that keeps the map's size."""
    return layers.Conv2D(
        units,
        size,
        padding="same",
        dilation_rate=rate,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
        name=name,
    )(x)


def network(inputs, targets, initializer, units):
    """Four convolutions, the third with holes, and the logits of each pixel."""
    image = keras.Input(inputs.shape, name="image")
    x = conv(image, units, initializer, "conv1")  # (b, h, w, units)
    x = conv(x, units, initializer, "conv2")
    x = conv(x, units, initializer, "conv3", rate=2)
    x = conv(x, targets.classes, initializer, "logits", size=1, activation=None)  # (b, h, w, classes)
    return keras.Model(image, x, name="segmenter")
