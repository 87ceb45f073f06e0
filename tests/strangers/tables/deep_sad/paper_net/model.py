"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - units, for twelve sensors

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding):
    """A network without biases, and the squared distance of what it gives from a centre.

    Source: Ruff et al. 2020, Section 3.2; that no layer has a bias: Ruff et al. 2018, Proposition 2.
    """
    readings = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="readings")  # (b, 12)
    for i in range(2):
        x = layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel(), name=f"hidden_{i}")(x)
        x = layers.LeakyReLU(0.1, name=f"leaky_{i}")(x)
    x = layers.Dense(embedding, use_bias=False, kernel_initializer=initializer.kernel(), name="embedding")(x)
    return keras.Model(readings, Distance(name="distance")(x), name="deep_sad")  # (b, 1)


class Distance(layers.Layer):
    """The squared distance from the centre, which is set before training (train.py) and stays."""

    def build(self, shape):
        start = keras.initializers.Constant(0.5)
        self.centre = self.add_weight(shape=shape[1:], initializer=start, trainable=False, name="centre")

    def call(self, x):
        return ops.sum(ops.square(x - self.centre), axis=-1, keepdims=True)
