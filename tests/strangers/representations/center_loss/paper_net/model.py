"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, features):
    """Convolutions to a few features, from which come the logits and the distances to each class's centre."""
    x = wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, t, 1)
    for i, width in enumerate([filters, 2 * filters]):
        x = layers.Conv1D(width, 5, padding="same", kernel_initializer=initializer.kernel(), name=f"conv_{i}")(x)
        x = layers.PReLU(shared_axes=[1], name=f"prelu_{i}")(x)
        x = layers.MaxPooling1D(2, name=f"pool_{i}")(x)  # (b, t / 2, width)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(features, kernel_initializer=initializer.kernel(), name="features")(x)  # (b, features)
    classes = targets["form"].classes
    logits = layers.Dense(classes, kernel_initializer=initializer.kernel(), name="form")(x)  # (b, c)
    return keras.Model(wave, {"form": logits, "distance": Centers(classes, name="distance")(x)}, name="center_loss")


class Centers(layers.Layer):
    """Half the squared distances to the centres of the classes, which are learnt: (b, d) → (b, c)."""

    def __init__(self, classes, **options):
        super().__init__(**options)
        self.classes = classes

    def build(self, shape):
        self.centers = self.add_weight(shape=(self.classes, shape[-1]), initializer="zeros", name="centers")

    def call(self, x):
        return ops.sum((x[:, None, :] - self.centers[None]) ** 2, axis=-1) / 2
