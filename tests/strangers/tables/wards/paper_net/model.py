"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, m measurements, h heads.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding, heads):
    """Each measurement encoded by itself, then a weighted mean of them by each head."""
    test = keras.Input(inputs["test"].shape, dtype=inputs["test"].dtype, name="test")  # (b, m)
    measured = keras.Input(inputs["measured"].shape, name="measured")  # (b, m, 2)
    which = layers.Embedding(inputs["test"].classes, embedding, name="which")(test)  # (b, m, embedding)
    x = layers.Concatenate(name="measurement")([which, measured])
    for i in range(2):
        x = dense(units, x, initializer, activation="relu", name=f"encoder_{i}")  # (b, m, units)
    score = dense(heads, x, initializer, name="score")  # (b, m, h)
    x = Pool(name="pool")(x, score, test)  # (b, h * units)
    x = layers.Dropout(0.2, name="dropout")(x)
    x = dense(units, x, initializer, activation="relu", name="hidden")
    return keras.Model({"test": test, "measured": measured}, dense(1, x, initializer, name="logit"), name="wards")


class Pool(layers.Layer):
    """Means of the measurements by each head's weights, which are a softmax over those that were taken."""

    def call(self, x, score, test):
        taken = ops.expand_dims(test != 0, -1)  # (b, m, 1)
        weight = ops.softmax(ops.where(taken, score, -1e9), axis=1)  # (b, m, h)
        pooled = ops.einsum("bmh,bmu->bhu", weight, x)
        return ops.reshape(pooled, (-1, score.shape[-1] * x.shape[-1]))

    def compute_output_shape(self, x_shape, score_shape, test_shape):
        return (x_shape[0], score_shape[-1] * x_shape[-1])


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
