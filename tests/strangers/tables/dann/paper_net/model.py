"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the strength of the reversal is constant; the paper lets it grow

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, adversary, strength):
    """Features, a classifier of labels, and behind a reversed gradient a classifier of domains."""
    x = point = keras.Input(inputs.shape, name="point")  # (b, 2)
    for i in range(2):
        x = dense(units, x, initializer, activation="relu", name=f"features_{i}")
    label = dense(targets["label"].classes, x, initializer, name="label")  # (b, 2)
    x = ReverseGradient(strength, name="reversal")(x)
    x = dense(adversary, x, initializer, activation="relu", name="adversary")
    return keras.Model(point, {"label": label, "domain": dense(1, x, initializer, name="domain")}, name="dann")


class ReverseGradient(layers.Layer):
    """The identity, whose gradient is multiplied with -strength on its way back.

    Source: Ganin et al. 2016, equations 16 and 17.
    """

    def __init__(self, strength, **options):
        super().__init__(**options)
        self.strength = strength

    def call(self, x):
        return ops.stop_gradient((1 + self.strength) * x) - self.strength * x


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
