"""YOURS. What learns: a Fourier neural operator in one dimension, Li et al. 2021.

Shapes: b batch, t positions, c channels, m modes.
"""

import keras
from keras import layers, ops


class SpectralConv(layers.Layer):
    """Mixes the channels of each of the lowest Fourier modes by complex weights of its own."""

    def __init__(self, width, modes, **kwargs):
        super().__init__(**kwargs)
        self.width, self.modes = width, modes

    def build(self, shape):
        scale = 1 / shape[-1] ** 0.5
        weights = {
            "shape": (shape[-1], self.width, self.modes),
            "initializer": keras.initializers.RandomNormal(0.5 * scale),
        }
        self.real = self.add_weight(name="real", **weights)
        self.imaginary = self.add_weight(name="imaginary", **weights)

    def call(self, x):
        positions = x.shape[1]
        x = ops.transpose(x, (0, 2, 1))  # (b, c, t): the transform is along the last axis
        real, imaginary = (part[..., : self.modes] for part in ops.rfft(x))  # (b, c, m)
        mixed = (
            self.mix(real, self.real) - self.mix(imaginary, self.imaginary),
            self.mix(real, self.imaginary) + self.mix(imaginary, self.real),
        )
        rest = [(0, 0), (0, 0), (0, positions // 2 + 1 - self.modes)]
        x = ops.irfft(tuple(ops.pad(part, rest) for part in mixed), fft_length=positions)  # (b, width, t)
        return ops.transpose(x, (0, 2, 1))  # (b, t, width)

    def mix(self, part, weights):
        return ops.einsum("bim,iom->bom", part, weights)

    def compute_output_shape(self, shape):
        return (*shape[:-1], self.width)


def fno(inputs, targets, initializer, width, modes, depth):
    u = keras.Input(inputs.shape, dtype=inputs.dtype, name="u")  # (b, 64, 1)
    x = dense(u, width, initializer, "lift")  # (b, 64, width)
    spectral = [SpectralConv(width, modes, name=f"spectral{i}") for i in range(depth)]
    for i, global_path in enumerate(spectral):
        x = layers.Add(name=f"sum{i}")([global_path(x), dense(x, width, initializer, f"local{i}")])
        if i < depth - 1:
            x = layers.Activation("gelu", name=f"gelu{i}")(x)
    x = layers.Activation("gelu", name="project_gelu")(dense(x, 2 * width, initializer, "project"))
    return keras.Model(u, dense(x, targets.shape[-1], initializer, "later"), name="fno")  # (b, 64, 1)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
