"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.


Shapes: b batch.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer):
    """Sales as a sum: of each medium, what was spent and is not forgotten, saturated; and of the price, the region, the season."""
    spending = keras.Input(inputs["spending"].shape, dtype=inputs["spending"].dtype, name="spending")  # (b, t, m)
    context = keras.Input(inputs["context"].shape, dtype=inputs["context"].dtype, name="context")  # (b, 4)
    x = Adstock(name="adstock")(spending)  # (b, m)
    x = Hill(name="saturation")(x)  # (b, m)
    x = layers.Concatenate(name="all")([x, context])
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    sales = layers.Dense(targets.shape[-1], kernel_initializer=kernel, bias_initializer=bias, name="sales")(x)
    return keras.Model({"spending": spending, "context": context}, sales, name="media_mix")  # (b, 1)


class Adstock(layers.Layer):
    """What was spent k weeks ago counts decay**k, of a decay that is learnt for each medium. (b, t, m) to (b, m)."""

    def build(self, shape):
        self.raw = self.add_weight(shape=(shape[-1],), initializer="zeros", name="raw")
        self.ago = np.arange(shape[1])[::-1].astype("float32")[:, None]  # (t, 1): the last one is this week

    def call(self, spent):
        decay = ops.sigmoid(self.raw)  # (m)
        return ops.sum(spent * decay**self.ago, axis=1)


class Hill(layers.Layer):
    """x**slope / (x**slope + half**slope): from 0 to 1, a half at `half`; of each medium its own."""

    def build(self, shape):
        self.slope = self.add_weight(shape=(shape[-1],), initializer="ones", name="slope")
        self.half = self.add_weight(shape=(shape[-1],), initializer="ones", name="half")

    def call(self, x):
        ratio = ops.log(x + 1e-3) - ops.log(ops.softplus(self.half))
        return ops.sigmoid(ops.softplus(self.slope) * ratio)
