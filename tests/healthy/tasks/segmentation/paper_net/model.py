"""YOURS. One prediction for each pixel.

Shapes: b batch, h w pixels, c channels.
"""

import keras
from keras import layers


def convolution(x, filters, initializer, name, activation="relu", kernel_size=3):
    return layers.Conv2D(
        filters,
        kernel_size,
        padding="same",
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=kernel_size**2 * x.shape[-1]),
        name=name,
    )(x)


def unet(inputs, targets, initializer, filters):
    """Down once, up once, with the fine features laid beside the coarse ones; Ronneberger et al. 2015, in small."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 16, 16, 1)
    fine = convolution(image, filters, initializer, "fine")  # (b, 16, 16, filters)
    x = layers.MaxPooling2D(2, name="down")(fine)  # (b, 8, 8, filters)
    x = convolution(x, 2 * filters, initializer, "coarse")  # (b, 8, 8, 2 filters)
    x = layers.UpSampling2D(2, name="up")(x)  # (b, 16, 16, 2 filters)
    x = layers.Concatenate(name="beside")([fine, x])  # (b, 16, 16, 3 filters)
    x = convolution(x, filters, initializer, "merge")  # (b, 16, 16, filters)
    logits = convolution(x, targets.classes, initializer, "logits", None, 1)  # (b, 16, 16, classes)
    return keras.Model(image, logits, name="unet")
