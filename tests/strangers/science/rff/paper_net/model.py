"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import math

import keras
from keras import initializers, layers, ops, regularizers


def network(inputs, targets, initializer, features, length, penalty, seed):
    """A linear machine on random features of the Gaussian kernel."""
    pixels = keras.Input(inputs.shape, name="pixels")  # (b, 64)
    x = RandomFeatures(features, length, seed, name="features")(pixels)  # (b, features)
    scores = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=features),
        kernel_regularizer=regularizers.L2(penalty),
        name="scores",
    )(x)
    return keras.Model(pixels, scores, name="kernel_machine")


class RandomFeatures(layers.Layer):
    """sqrt(2) cos(w x + b), w of the kernel's spectrum, b uniform; neither is trained."""

    def __init__(self, features, length, seed, **options):
        super().__init__(**options)
        self.features, self.length, self.seed = features, length, seed

    def build(self, shape):
        w = initializers.RandomNormal(stddev=1 / self.length, seed=self.seed)
        b = initializers.RandomUniform(0, 2 * math.pi, seed=self.seed + 1)
        self.w = self.add_weight(shape=(shape[-1], self.features), initializer=w, trainable=False, name="w")
        self.b = self.add_weight(shape=(self.features,), initializer=b, trainable=False, name="b")

    def call(self, x):
        return ops.cos(ops.matmul(x, self.w) + self.b) * math.sqrt(2 / self.features)
