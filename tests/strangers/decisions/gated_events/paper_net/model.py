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


def network(inputs, targets, initializer, width):
    """Embedding, two gated convolutions, the strongest place of each channel."""
    text = keras.Input(inputs.shape, dtype=inputs.dtype, name="text")  # (b, t)
    x = layers.Embedding(inputs.classes, width, name="embedding")(text)  # (b, t, width)
    x = gated(x, width, 3, initializer, "gated_0")
    x = x + gated(layers.LayerNormalization(name="norm")(x), width, 1, initializer, "gated_1")
    x = Strongest(name="strongest")(x, text)  # (b, width)
    return keras.Model(text, dense(x, targets.shape[0], initializer, name="logits"), name="events")  # (b, labels)


def gated(x, width, size, initializer, name):
    """(x * W + b) sigmoid(x * V + c): a gated linear unit."""
    x = layers.Conv1D(2 * width, size, padding="same", kernel_initializer=initializer.kernel(), name=name)(x)
    value, gate = ops.split(x, 2, axis=-1)  # (b, t, width) each
    return value * ops.sigmoid(gate)


class Strongest(layers.Layer):
    """The maximum over time, of tokens that are there."""

    def call(self, x, text):
        there = ops.expand_dims(text != 0, -1)  # (b, t, 1)
        return ops.max(ops.where(there, x, -1e9), axis=1)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
