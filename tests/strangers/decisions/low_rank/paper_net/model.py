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

from .data import pretrained


def network(inputs, targets, initializer, rank, alpha):
    """The base network, each of its layers with an adapter beside it."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x, base = image, pretrained()
    for i, (kernel, bias) in enumerate(base):
        x = LowRank(kernel, bias, rank, alpha, initializer.kernel(), name=f"adapted_{i}")(x)
        if i < len(base) - 1:
            x = layers.ReLU(name=f"relu_{i}")(x)
    return keras.Model(image, x, name="low_rank")  # (b, classes), logits


class LowRank(layers.Layer):
    """x W0 + b + alpha / rank * x A B, of which A and B alone are learnt: Hu et al. 2021, equation 3."""

    def __init__(self, kernel, bias, rank, alpha, initializer, **options):
        super().__init__(**options)
        self.base, self.rank, self.scale, self.initializer = (kernel, bias), rank, alpha / rank, initializer

    def build(self, shape):
        kernel, bias = self.base
        self.kernel = self.add_weight(shape=kernel.shape, trainable=False, name="kernel")
        self.bias = self.add_weight(shape=bias.shape, trainable=False, name="bias")
        self.kernel.assign(kernel)
        self.bias.assign(bias)
        self.a = self.add_weight(shape=(kernel.shape[0], self.rank), initializer=self.initializer, name="a")
        self.b = self.add_weight(shape=(self.rank, kernel.shape[1]), initializer="zeros", name="b")

    def call(self, x):
        return ops.matmul(x, self.kernel) + self.bias + self.scale * ops.matmul(ops.matmul(x, self.a), self.b)
