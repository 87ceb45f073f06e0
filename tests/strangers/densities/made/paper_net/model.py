"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the number of hidden layers and units for 20 bits (conf/model)

Shapes: b batch, d bits.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Logits of each bit given those before it.

    Args:
        units: of each hidden layer. Unit k has a degree, 1 … d - 1: the largest number of an input that reaches it.

    Source: Germain et al. 2015, section 3, equations 8 to 10; natural order.
    """
    d = inputs.shape[-1]
    bits = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="bits")  # (b, d)
    degrees = np.arange(1, d + 1)
    for i, width in enumerate(units):
        of_units = 1 + np.arange(width) % (d - 1)
        mask = of_units[None, :] >= degrees[:, None]  # (inputs, units)
        x = MaskedDense(mask, initializer, name=f"hidden_{i}")(x)  # (b, width)
        x = layers.ReLU(name=f"relu_{i}")(x)
        degrees = of_units
    mask = np.arange(1, d + 1)[None, :] > degrees[:, None]  # (width, d): strictly
    return keras.Model(bits, MaskedDense(mask, initializer, name="logits")(x), name="made")  # (b, d)


class MaskedDense(layers.Layer):
    """A dense layer some of whose connections are cut for good; mask: Bool["inputs units"]."""

    def __init__(self, mask, initializer, **options):
        super().__init__(**options)
        self.mask, self.initializer = mask.astype("float32"), initializer

    def build(self, shape):
        fan_in, units = self.mask.shape
        self.kernel = self.add_weight(shape=(fan_in, units), initializer=self.initializer.kernel(), name="kernel")
        self.bias = self.add_weight(shape=(units,), initializer=self.initializer.bias(fan_in=fan_in), name="bias")

    def call(self, x):
        return ops.matmul(x, self.kernel * self.mask) + self.bias
