"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the order of the pixels: by rows
    - how many hidden units for so small an image: conf/model/network.yaml

Shapes: b batch, d pixels.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """NADE: p(x) as the product of p(x_d | x_<d), with weights that all the conditionals share.

    Args:
        units: hidden units of each conditional.

    Source: Larochelle & Murray 2011, The Neural Autoregressive Distribution Estimator, algorithm 1.
    """
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, d)
    logits = Nade(units, initializer, name="nade")(pixels)  # (b, d)
    return keras.Model(pixels, logits, name="nade")


class Nade(layers.Layer):
    """The logit of each pixel, given those before it."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        width, kernel = shape[-1], self.initializer.kernel
        self.w = self.add_weight(shape=(width, self.units), initializer=kernel(), name="w")
        self.v = self.add_weight(shape=(width, self.units), initializer=kernel(), name="v")
        self.b = self.add_weight(shape=(width,), initializer="zeros", name="b")
        self.c = self.add_weight(shape=(self.units,), initializer="zeros", name="c")

    def call(self, x):
        terms = ops.expand_dims(x, -1) * self.w  # (b, d, units)
        before = ops.cumsum(terms, axis=1) - terms  # of the pixels 0 … d - 1
        hidden = ops.sigmoid(self.c + before)  # (b, d, units)
        return ops.sum(hidden * self.v, axis=-1) + self.b  # (b, d)
