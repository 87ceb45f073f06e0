"""YOURS. A small SSD. What the paper leaves open, and what is guessed: -

Shapes: b batch, a anchors, c classes.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, classes, anchors):
    """Convolutions → for each cell and anchor, class logits and four offsets (Liu et al. 2016)."""

    def conv(x, filters, name, **options):
        return layers.Conv2D(
            filters,
            3,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=name,
            **options,
        )(x)

    image = keras.Input(inputs.shape, name="image")
    x = conv(image, 16, "conv_0", strides=2, activation="relu")  # (b, 16, 16, 16)
    x = conv(x, 24, "conv_1", strides=2, activation="relu")  # (b, 8, 8, 24)
    x = conv(x, 32, "conv_2", activation="relu")  # (b, 8, 8, 32)
    x = conv(x, 32, "conv_3", activation="relu")
    logits = layers.Reshape((-1, classes), name="logits")(conv(x, anchors * classes, "confidence"))  # (b, a, c)
    offsets = layers.Reshape((-1, 4), name="offsets")(conv(x, anchors * 4, "location"))  # (b, a, 4)
    return keras.Model(image, layers.Concatenate(name="boxes")([logits, offsets]), name="ssd")  # (b, a, c + 4)
