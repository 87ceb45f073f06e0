"""YOURS. What learns, block by block. Shapes: b batch, h w of the image, g of the glimpse."""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, glimpse, units):
    """Localisation network → sampler → classifier.

    The transformation is the paper's attention: an isotropic scale and a shift. It starts as what sees most of the image.

    Source: Jaderberg et al. 2015, equations 1 to 5.
    """

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs.shape, name="image")  # (b, h, w, 1)
    x = layers.Conv2D(12, 5, strides=2, padding="same", activation="relu", name="where_1", **options(25))(image)
    x = layers.Conv2D(24, 3, strides=2, padding="same", activation="relu", name="where_2", **options(108))(x)
    x = layers.Flatten()(x)
    x = layers.Dense(48, activation="relu", name="where_3", **options(x.shape[-1]))(x)
    theta = layers.Dense(3, kernel_initializer="zeros", name="theta")(x)  # scale, row, column
    x = Sampler(glimpse, name="sampler")([image, theta])  # (b, g, g, 1)
    x = layers.Conv2D(16, 3, activation="relu", name="what", **options(9))(x)
    x = layers.Flatten()(layers.MaxPooling2D(2)(x))
    x = layers.Dense(units, activation="relu", name="hidden", **options(x.shape[-1]))(x)
    logits = layers.Dense(targets.classes, name="logits", **options(units))(x)
    return keras.Model(image, logits, name="spatial_transformer")


START = 0.8  # scale of the glimpse before training


class Sampler(layers.Layer):
    """Reads a grid of points from an image, at scale * point + shift, bilinearly; outside of it is 0."""

    def __init__(self, size, **options):
        super().__init__(**options)
        self.size = size

    def call(self, both):
        image, theta = both
        height, width = image.shape[1:3]
        axis = np.linspace(-1, 1, self.size, dtype="float32")
        scale = START + theta[:, :1]
        rows = (scale * axis + theta[:, 1:2] + 1) * (height - 1) / 2  # (b, g)
        columns = (scale * axis + theta[:, 2:3] + 1) * (width - 1) / 2
        # a line of pixels counts by how near it is: max(0, 1 - |distance|), which is bilinear interpolation
        by_row = weights(rows, height)  # (b, g, h)
        by_column = weights(columns, width)  # (b, g, w)
        out = ops.einsum("bih,bhwc,bjw->bijc", by_row, image, by_column)
        return out


def weights(places, pixels):
    distance = ops.expand_dims(places, -1) - np.arange(pixels, dtype="float32")
    return ops.relu(1 - ops.abs(distance))
