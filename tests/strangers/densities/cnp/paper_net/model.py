"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how the number of points in the context is drawn: uniformly

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Encode each given point, average them, and decode the average with each query into a mean and a log deviation."""
    context = keras.Input(inputs["context"].shape, dtype="float32", name="context")  # (b, n, 3)
    query = keras.Input(inputs["query"].shape, dtype="float32", name="query")  # (b, m, 1)
    x = dense(context, units, initializer, activation="relu", name="encoder_0")
    x = dense(x, units, initializer, activation="relu", name="encoder_1")
    x = dense(x, units, initializer, name="encoder_2")  # (b, n, units)
    x = MeanOfThose(name="pool")(x, context[:, :, 2:])  # (b, units)
    x = layers.RepeatVector(query.shape[1], name="repeat")(x)
    x = layers.Concatenate(name="asked")([x, query])  # (b, m, units + 1)
    x = dense(x, units, initializer, activation="relu", name="decoder_0")
    x = dense(x, units, initializer, activation="relu", name="decoder_1")
    x = dense(x, 2, initializer, name="normal")  # (b, m, 2)
    return keras.Model({"context": context, "query": query}, x, name="conditional_neural_process")


class MeanOfThose(layers.Layer):
    """The mean over the points that are there."""

    def call(self, x, there):
        return ops.sum(x * there, axis=1) / ops.sum(there, axis=1)  # (b, units)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
