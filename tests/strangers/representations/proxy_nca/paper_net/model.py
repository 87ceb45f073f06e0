"""An embedding, and the squared distances to a learnt proxy of each class.

What the paper leaves open, and what is guessed:
    - the length of embeddings and proxies: 3, as in the code of others

Shapes: b batch, c classes, e embedding.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, scale):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = image
    for i, filters in enumerate([16, 32]):
        x = layers.Conv2D(
            filters,
            3,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=f"conv_{i}",
        )(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 4, 4, 16), (b, 2, 2, 32)
    x = layers.Flatten(name="flat")(x)  # (b, 128)
    x = layers.Dense(
        embedding,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="embedding",
    )(x)
    x = layers.UnitNormalization(axis=-1, name="unit")(x)  # (b, e)
    distances = Proxies(targets.classes, scale, initializer.kernel(), name="proxies")(x)
    return keras.Model(image, distances, name="proxy_nca")  # (b, c)


class Proxies(layers.Layer):
    """Squared distances of embeddings to proxies, both of the same length."""

    def __init__(self, classes, scale, initializer, **options):
        super().__init__(**options)
        self.classes, self.scale, self.initializer = classes, scale, initializer

    def build(self, shape):
        self.proxies = self.add_weight(shape=(self.classes, shape[-1]), initializer=self.initializer, name="proxies")

    def call(self, x):
        x = self.scale * x
        proxies = self.scale * ops.normalize(self.proxies, axis=-1)  # (c, e)
        return ops.sum((x[:, None, :] - proxies[None, :, :]) ** 2, axis=-1)  # (b, c)
