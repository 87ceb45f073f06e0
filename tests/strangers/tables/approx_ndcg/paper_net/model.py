"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, d documents.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A scoring function, the same for each document; it sees the document and how it differs from its list."""
    documents = keras.Input(inputs.shape, name="documents")  # (b, d, 8)
    x = FromTheMean(name="relative")(documents)  # (b, d, 16)
    for i in range(2):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}")(x)
        x = layers.Activation("elu", name=f"elu_{i}")(x)  # (b, d, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="score")(x)  # (b, d, 1)
    return keras.Model(documents, layers.Reshape(targets.shape, name="scores")(x), name="ranker")  # (b, d)


class FromTheMean(layers.Layer):
    """Each document, and beside it its difference to the mean of those that are there."""

    def call(self, x):
        there = ops.cast(ops.any(x != 0, axis=-1, keepdims=True), x.dtype)  # (b, d, 1)
        mean = ops.sum(x, axis=1, keepdims=True) / ops.maximum(ops.sum(there, axis=1, keepdims=True), 1.0)
        return ops.concatenate([x, (x - mean) * there], axis=-1)  # (b, d, 16)
