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


def network(inputs, targets, initializer, units, embedding, dropout):
    """An embedding, and the cosines of its angles with one direction for each identity; from (b, 40) to (b, c)."""
    x = portrait = keras.Input(inputs.shape, dtype=inputs.dtype, name="portrait")
    for i in range(2):
        x = dense(x, units, initializer, name=f"hidden_{i}")
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.PReLU(name=f"prelu_{i}")(x)  # (b, units)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.BatchNormalization(name="norm")(dense(x, embedding, initializer, name="embedding"))  # (b, embedding)
    return keras.Model(portrait, Cosines(targets.classes, initializer.kernel(), name="cosines")(x), name="arcface")


class Cosines(layers.Layer):
    """cos of the angle between the embedding and the direction of each class: (b, d) → (b, c)."""

    def __init__(self, classes, initializer, **options):
        super().__init__(**options)
        self.classes, self.initializer = classes, initializer

    def build(self, shape):
        self.directions = self.add_weight(
            shape=(shape[-1], self.classes), initializer=self.initializer, name="directions"
        )

    def call(self, x):
        return ops.matmul(ops.normalize(x, axis=-1), ops.normalize(self.directions, axis=0))


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
