"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the network for points in a plane: a residual one of dense layers

Shapes: b batch, u units.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, blocks):
    """The predictor of the noise, told the step by sines and cosines.

    Args:
        units: of each layer.
        blocks: residual blocks, each of which is told the step anew.

    Source: Ho, Jain and Abbeel 2020, algorithm 1 and Appendix B.
    """
    noisy = keras.Input(inputs["noisy"].shape, dtype=inputs["noisy"].dtype, name="noisy")  # (b, 2)
    step = keras.Input(inputs["step"].shape, dtype=inputs["step"].dtype, name="step")  # (b)
    time = dense(Sinusoidal(32, name="sinusoidal")(step), units, initializer, activation="swish", name="time")  # (b, u)
    x = dense(noisy, units, initializer, name="lift")  # (b, u)
    for i in range(blocks):
        h = layers.LayerNormalization(name=f"norm_{i}")(x)
        h = layers.Add(name=f"told_{i}")([h, dense(time, units, initializer, name=f"time_{i}")])
        h = dense(
            layers.Activation("swish", name=f"swish_{i}")(h), units, initializer, activation="swish", name=f"in_{i}"
        )
        x = layers.Add(name=f"add_{i}")([x, dense(h, units, initializer, name=f"out_{i}")])  # (b, u)
    noise = dense(x, targets.shape[-1], initializer, name="noise")  # (b, 2)
    return keras.Model({"noisy": noisy, "step": step}, noise, name="ddpm")


class Sinusoidal(layers.Layer):
    """A number → sines and cosines of falling frequency; width of them in all."""

    def __init__(self, width, **options):
        super().__init__(**options)
        self.frequencies = np.exp(-np.log(1000) * np.arange(width // 2) / (width // 2)).astype("float32")

    def call(self, number):
        angle = ops.cast(number, "float32")[:, None] * self.frequencies  # (b, width / 2)
        return ops.concatenate([ops.sin(angle), ops.cos(angle)], axis=-1)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
