"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the scale of W at the start: half of the initializer's, so that the series converges

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, depth):
    """NeuMiss: a Neumann series of the observed covariance's inverse, unrolled, then a linear response.

    Args:
        depth: terms of the series.

    Source: Le Morvan et al. 2020, NeuMiss networks, Figure 1.
    """
    values = keras.Input(inputs["values"].shape, dtype="float32", name="values")  # (b, d)
    seen = keras.Input(inputs["seen"].shape, dtype="float32", name="seen")  # (b, d)
    x = NeuMiss(depth, initializer.kernel(), name="neumiss")(values, seen)  # (b, d)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    y = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="response")(x)
    return keras.Model({"values": values, "seen": seen}, y, name="neumiss")  # (b, 1)


class NeuMiss(layers.Layer):
    """What the missing values are expected to be, given the seen ones, beside these.

        h_0 = (x - mu) m,   h_k = (W h_(k-1)) m + h_0,   out = (V h_K) (1 - m) + h_0 + mu

    Args:
        depth: how often W is applied; the weights are shared, as in the series.
        kernel: the initializer of W and V.
    """

    def __init__(self, depth, kernel, **options):
        super().__init__(**options)
        self.depth, self.kernel = depth, kernel

    def build(self, values_shape, seen_shape):
        def half(shape, dtype):
            return 0.5 * self.kernel(shape, dtype)

        d = values_shape[-1]
        self.mu = self.add_weight(shape=(d,), initializer="zeros", name="mu")
        self.w = self.add_weight(shape=(d, d), initializer=half, name="w")
        self.v = self.add_weight(shape=(d, d), initializer=self.kernel, name="v")

    def call(self, values, seen):
        h = start = (values - self.mu) * seen  # (b, d)
        for _ in range(self.depth):
            h = ops.matmul(h, self.w) * seen + start
        return ops.matmul(h, self.v) * (1 - seen) + start + self.mu
