"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, iterations, threshold):
    """LISTA: so many iterations of soft thresholding with learnt matrices, which all of them share."""
    y = keras.Input(inputs.shape, name="y")  # (b, signal)
    code = Lista(targets.shape[-1], iterations, threshold, initializer, name="lista")(y)  # (b, code)
    return keras.Model(y, code, name="lista")


class Lista(layers.Layer):
    """z ← h(W_e y + S z), h(v) = sign(v) max(|v| - theta, 0); Algorithm 3."""

    def __init__(self, code, iterations, threshold, initializer, **options):
        super().__init__(**options)
        self.code, self.iterations, self.threshold = code, iterations, threshold
        self.initializer = initializer

    def build(self, shape):
        kernel = self.initializer.kernel
        self.w = self.add_weight(shape=(shape[-1], self.code), initializer=kernel(), name="w")
        self.s = self.add_weight(shape=(self.code, self.code), initializer=kernel(), name="s")
        start = initializers.Constant(self.threshold)
        self.theta = self.add_weight(shape=(self.code,), initializer=start, name="theta")

    def shrink(self, v):
        return ops.sign(v) * ops.relu(ops.abs(v) - self.theta)

    def call(self, y):
        drive = ops.matmul(y, self.w)  # (b, code)
        z = self.shrink(drive)
        for _ in range(self.iterations):
            z = self.shrink(drive + ops.matmul(z, self.s))
        return z
