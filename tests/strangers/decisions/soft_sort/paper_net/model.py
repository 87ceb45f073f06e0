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


def network(inputs, targets, initializer, units, temperature):
    """A score of each image, and the rows of the relaxed permutation matrix."""
    x = images = keras.Input(inputs.shape, dtype=inputs.dtype, name="images")  # (b, n, 64)
    for i in range(2):
        x = dense(x, units, initializer, activation="relu", name=f"hidden_{i}")  # (b, n, units)
    scores = layers.Reshape(inputs.shape[:1], name="scores")(dense(x, 1, initializer, name="score"))  # (b, n)
    return keras.Model(images, SoftSort(temperature, name="soft_sort")(scores), name="sorter")  # (b, rank, image)


class SoftSort(layers.Layer):
    """softmax(-|sort(s) 1' - 1 s'| / temperature), by rows; its logits. Prillo & Eisenschlos 2020, equation 4."""

    def __init__(self, temperature, **options):
        super().__init__(**options)
        self.temperature = temperature

    def call(self, scores):
        ranked = ops.flip(ops.sort(scores, axis=-1), axis=-1)  # (b, n), the largest first
        distance = ops.abs(ops.expand_dims(ranked, 2) - ops.expand_dims(scores, 1))  # (b, rank, image)
        return -distance / self.temperature


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
