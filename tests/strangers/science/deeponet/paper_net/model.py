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
    """Unstacked DeepONet: the dot product of a branch (of u) and a trunk (of y), and a bias."""
    u = keras.Input(inputs["u"].shape, name="u")  # (b, sensors)
    y = keras.Input(inputs["y"].shape, name="y")  # (b, 1)

    def dense(x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    branch = dense(dense(u, activation="relu"), name="branch")  # (b, units)
    trunk = dense(dense(y, activation="relu"), activation="relu")
    trunk = dense(trunk, activation="relu", name="trunk")  # (b, units)
    return keras.Model({"u": u, "y": y}, Product(name="product")([branch, trunk]), name="deeponet")


class Product(layers.Layer):
    def build(self, shapes):
        self.b = self.add_weight(shape=(1,), initializer="zeros", name="b")

    def call(self, pair):
        branch, trunk = pair
        return ops.sum(branch * trunk, axis=-1, keepdims=True) + self.b
