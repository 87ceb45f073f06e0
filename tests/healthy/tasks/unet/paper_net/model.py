"""YOURS. What learns: a U-Net of three levels.

Shapes: b batch, h rows, w columns, f filters.
"""

import keras
from keras import layers


def unet(inputs, targets, initializer, filters):
    """A small U-Net; Ronneberger et al. 2015, with zeros at the borders and one convolution a block.

    Args:
        filters: of the first level; each level below has twice as many.
    """
    picture = keras.Input(inputs.shape, dtype=inputs.dtype, name="picture")  # (b, 24, 24, 1)
    high = block(picture, filters, initializer, "down1")  # (b, 24, 24, f)
    middle = block(layers.MaxPooling2D(2, name="pool1")(high), 2 * filters, initializer, "down2")  # (b, 12, 12, 2f)
    low = block(layers.MaxPooling2D(2, name="pool2")(middle), 4 * filters, initializer, "bottom")  # (b, 6, 6, 4f)
    x = joined(low, middle, 2 * filters, initializer, "up2")  # (b, 12, 12, 2f)
    x = joined(x, high, filters, initializer, "up1")  # (b, 24, 24, f)
    inside = convolution(x, 1, 1, initializer, "inside", activation="sigmoid")  # (b, 24, 24, 1)
    return keras.Model(picture, inside, name="unet")


def block(x, filters, initializer, name):
    return layers.ReLU(name=f"{name}_relu")(convolution(x, filters, 3, initializer, name))


def joined(x, skipped, filters, initializer, name):
    x = layers.UpSampling2D(2, name=f"{name}_larger")(x)  # (b, 2h, 2w, f)
    x = layers.Concatenate(name=f"{name}_skip")([x, skipped])
    return block(x, filters, initializer, name)


def convolution(x, filters, size, initializer, name, activation=None):
    return layers.Conv2D(
        filters,
        size,
        padding="same",
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
        name=name,
    )(x)
