"""The same encoder for each image; the odd one is the one that is least like the others.

Shapes: b batch, e embedding.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding):
    images = keras.Input(inputs.shape, name="images")  # (b, 3, 8, 8)
    encoded = layers.TimeDistributed(encoder(inputs.shape[1:], initializer, embedding), name="each")(
        images
    )  # (b, 3, e)
    logits = Oddness(name="oddness")(encoded)
    return keras.Model(images, logits, name="odd_one_out")  # (b, 3)


def encoder(shape, initializer, embedding):
    image = keras.Input(shape, name="image")
    x = layers.Reshape((*shape, 1), name="channel")(image)  # (b, 8, 8, 1)
    x = layers.Conv2D(16, 3, activation="elu", kernel_initializer=initializer.kernel(), name="conv_0")(
        x
    )  # (b, 6, 6, 16)
    x = layers.Conv2D(32, 3, 2, activation="elu", kernel_initializer=initializer.kernel(), name="conv_1")(x)
    x = layers.Flatten(name="flat")(x)  # (b, 2 * 2 * 32)
    x = layers.Dense(embedding, kernel_initializer=initializer.kernel(), name="embedding")(x)
    return keras.Model(image, x, name="encoder")  # (b, e)


class Oddness(layers.Layer):
    """Of each its mean squared distance to the others, times a learnt temperature."""

    def build(self, shape):
        self.temperature = self.add_weight(shape=(), initializer="ones", name="temperature")

    def call(self, x):
        apart = x[:, :, None, :] - x[:, None, :, :]  # (b, 3, 3, e)
        return self.temperature * ops.mean(apart**2, axis=(2, 3))  # (b, 3)
