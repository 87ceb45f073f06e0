"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how much noise for a density in the plane: as much as there is data

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """log p(x) - log noise(x), where log p is minus an energy plus a constant that is learnt, too."""
    point = keras.Input(inputs["point"].shape, dtype="float32", name="point")  # (b, 2)
    log_noise = keras.Input(inputs["log_noise"].shape, dtype="float32", name="log_noise")  # (b, 1)
    x = dense(point, units, initializer, activation="silu", name="hidden_0")
    x = dense(x, units, initializer, activation="silu", name="hidden_1")  # (b, units)
    energy = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="energy")(x)  # (b, 1)
    log_p = LogPartition(name="log_p")(energy)  # (b, 1)
    ratio = layers.Subtract(name="log_ratio")([log_p, log_noise])
    return keras.Model({"point": point, "log_noise": log_noise}, ratio, name="noise_contrastive")


class LogPartition(layers.Layer):
    """-energy + c: c stands for minus the logarithm of the partition function, and is a parameter as any other."""

    def build(self, shape):
        self.c = self.add_weight(shape=(1,), initializer="zeros", name="c")

    def call(self, energy):
        return self.c - energy


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
