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


def network(inputs, targets, initializer, units, bottleneck):
    """An autoencoder whose answer is taken where a measurement is missing.

    Args:
        units: of the hidden layers.
        bottleneck: width in the middle.
    """
    measured = keras.Input(inputs["measured"].shape, dtype=inputs["measured"].dtype, name="measured")  # (b, 30)
    there = keras.Input(inputs["there"].shape, dtype=inputs["there"].dtype, name="there")  # (b, 30)
    x = layers.Concatenate(name="both")([measured, there])  # (b, 60)
    for i, width in enumerate([units, bottleneck, units]):
        x = dense(x, width, initializer, name=f"dense_{i}")
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("silu", name=f"silu_{i}")(x)
    x = dense(x, targets.shape[-1], initializer, name="guess")  # (b, 30)
    filled = FillIn(name="filled")(measured, there, x)
    return keras.Model({"measured": measured, "there": there}, filled, name="impute")  # (b, 30)


class FillIn(layers.Layer):
    """What was measured, and the guess elsewhere."""

    def call(self, measured, there, guess):
        return ops.where(there > 0, measured, guess)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
