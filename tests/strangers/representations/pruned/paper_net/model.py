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


def network(inputs, targets, initializer, units):
    """Two hidden layers whose weights can be masked; from (b, 100) to logits (b, 6)."""
    x = words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")
    for i in range(2):
        x = MaskedDense(units, initializer.kernel(), name=f"hidden_{i}")(x)
        x = layers.Activation("swish", name=f"swish_{i}")(x)  # (b, units)
    logits = layers.Dense(targets.shape[0], kernel_initializer=initializer.kernel(), name="topics")
    return keras.Model(words, logits(x), name="pruned")


class MaskedDense(layers.Layer):
    """A dense layer in which a weight whose mask is 0 is not there; paper_net.callbacks.Prune sets the masks."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        shape = (shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, initializer=self.initializer, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
        self.mask = self.add_weight(shape=shape, initializer="ones", trainable=False, name="mask")

    def call(self, x):
        return ops.matmul(x, self.kernel * self.mask) + self.bias
