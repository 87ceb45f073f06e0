import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, cascades, filters):
    """Residual convolutions and data consistency by turns.

    Source: Schlemper et al. 2017, Figure 2, equation 5 without noise.
    """

    def conv(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        return layers.Conv2D(width, 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    aliased = keras.Input(inputs["aliased"].shape, name="aliased")  # (b, h, w, 2)
    lines = keras.Input(inputs["lines"].shape, name="lines")  # (b, h)
    x = aliased
    for i in range(cascades):
        y = conv(x, filters, activation="relu", name=f"cascade_{i}_conv_0")
        y = conv(y, filters, activation="relu", name=f"cascade_{i}_conv_1")
        y = layers.Add()([x, conv(y, 2, name=f"cascade_{i}_conv_2")])
        x = DataConsistency(name=f"cascade_{i}_consistency")([y, aliased, lines])
    return keras.Model({"aliased": aliased, "lines": lines}, x, name="cascade")  # (b, h, w, 2)


def fourier(re, im, sign):
    """The unitary two-dimensional transform of (b, n, n) by matrices, forth (sign -1) or back (1)."""
    n = re.shape[-1]
    angle = 2 * np.pi * np.outer(np.arange(n), np.arange(n)) / n
    c, s = (np.array(f(angle) / np.sqrt(n), "float32") for f in (np.cos, np.sin))
    s = sign * s
    re, im = ops.matmul(c, re) - ops.matmul(s, im), ops.matmul(c, im) + ops.matmul(s, re)
    return ops.matmul(re, c) - ops.matmul(im, s), ops.matmul(im, c) + ops.matmul(re, s)


class DataConsistency(layers.Layer):
    """Puts the measured rows of k-space in the place of the predicted ones."""

    def call(self, inputs):
        x, aliased, lines = inputs
        measured = lines[:, :, None]
        k = fourier(x[..., 0], x[..., 1], -1)
        k0 = fourier(aliased[..., 0], aliased[..., 1], -1)
        k = [measured * known + (1 - measured) * guess for guess, known in zip(k, k0, strict=False)]
        return ops.stack(fourier(*k, 1), axis=-1)
