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


def network(inputs, targets, initializer, units, bits):
    """Two layers of weights on a grid of few values; from (b, 30) to a logit (b, 1)."""
    x = tumour = keras.Input(inputs.shape, dtype=inputs.dtype, name="tumour")
    x = QuantizedDense(units, bits, initializer.kernel(), name="hidden")(x)  # (b, units)
    x = layers.ReLU(max_value=6.0, name="relu6")(x)
    return keras.Model(tumour, QuantizedDense(1, bits, initializer.kernel(), name="logit")(x), name="quantized")


class QuantizedDense(layers.Layer):
    """A dense layer that computes with rounded weights, and learns as if they were not rounded.

    Args:
        units: of its output.
        bits: 2**bits - 1 values a weight can have, from -largest to largest of its column.
        initializer: of the weights before they are rounded.
    """

    def __init__(self, units, bits, initializer, **options):
        super().__init__(**options)
        self.units, self.levels, self.initializer = units, 2 ** (bits - 1) - 1, initializer

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], self.units), initializer=self.initializer, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, x):
        w = ops.convert_to_tensor(self.kernel)
        step = ops.max(ops.abs(w), axis=0, keepdims=True) / self.levels + 1e-8
        rounded = ops.round(w / step) * step
        w = w + ops.stop_gradient(rounded - w)  # straight through: rounding has a gradient of 1
        return ops.matmul(x, w) + self.bias
