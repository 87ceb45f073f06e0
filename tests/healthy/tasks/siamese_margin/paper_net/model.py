"""YOURS. What learns. Shapes: b batch, e dimensions of the embedding."""

import keras
from keras import layers, ops


def siamese(inputs, targets, initializer, filters, dimensions):
    """Hadsell et al. 2006: one convolutional network for both images, and the distance of what it says of them."""
    left = keras.Input(inputs["left"].shape, dtype=inputs["left"].dtype, name="left")  # (b, 8, 8, 1)
    right = keras.Input(inputs["right"].shape, dtype=inputs["right"].dtype, name="right")
    stack = [
        layers.Conv2D(
            filters, 3, activation="relu", kernel_initializer=initializer.kernel(), name="conv1"
        ),  # (b, 6, 6, f)
        layers.Conv2D(
            2 * filters, 3, strides=2, activation="relu", kernel_initializer=initializer.kernel(), name="conv2"
        ),  # (b, 2, 2, 2f)
        layers.Flatten(name="flatten"),
        layers.Dense(dimensions, kernel_initializer=initializer.kernel(), name="embedding"),  # (b, e)
    ]

    def embed(image):
        for layer in stack:
            image = layer(image)
        return image

    squared = ops.sum(ops.square(embed(left) - embed(right)), axis=-1)
    return keras.Model({"left": left, "right": right}, ops.sqrt(squared + 1e-6), name="siamese")  # (b)
