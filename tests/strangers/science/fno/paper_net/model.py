"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the rate for a training 20 times shorter: 0.003, halved every 5 epochs

Shapes: b batch.
"""

import math

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, width, modes, depth):
    """Lift, Fourier layers (a spectral convolution beside a pointwise map), project."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    u = keras.Input(inputs.shape, name="u")  # (b, n, 1)
    x = dense(WithPlace(name="place")(u), width, name="lift")  # (b, n, width)
    for i in range(depth):
        spectral = SpectralConvolution(width, modes, name=f"spectral_{i}")(x)
        x = layers.Add(name=f"sum_{i}")([spectral, dense(x, width, name=f"pointwise_{i}")])
        if i < depth - 1:
            x = layers.Activation("gelu", name=f"gelu_{i}")(x)
    x = dense(x, 64, activation="gelu", name="project")
    return keras.Model(u, dense(x, 1, name="end"), name="fno")  # (b, n, 1)


class WithPlace(layers.Layer):
    """The function's value beside where it is taken, as a sine and a cosine on the circle."""

    def call(self, u):
        angle = 2 * math.pi * ops.arange(u.shape[1], dtype=u.dtype) / u.shape[1]
        place = ops.stack([ops.sin(angle), ops.cos(angle)], axis=-1)[None]  # (1, n, 2)
        return ops.concatenate([u, ops.zeros_like(u) + place], axis=-1)  # (b, n, 3)


class SpectralConvolution(layers.Layer):
    """A linear map of the channels for each of the lowest modes, in Fourier space; the others are dropped."""

    def __init__(self, width, modes, **options):
        super().__init__(**options)
        self.width, self.modes = width, modes

    def build(self, shape):
        scale = initializers.RandomUniform(-1 / shape[-1], 1 / shape[-1])
        shape = (shape[-1], self.width, self.modes)
        self.real = self.add_weight(shape=shape, initializer=scale, name="real")
        self.imaginary = self.add_weight(shape=shape, initializer=scale.clone(), name="imaginary")

    def call(self, x):
        points = x.shape[1]
        x = ops.transpose(x, (0, 2, 1))  # (b, channels, n)
        a, b = (part[..., : self.modes] for part in ops.rfft(x))  # (b, channels, modes)
        real = ops.einsum("bim,iom->bom", a, self.real) - ops.einsum("bim,iom->bom", b, self.imaginary)
        imaginary = ops.einsum("bim,iom->bom", a, self.imaginary) + ops.einsum("bim,iom->bom", b, self.real)
        pad = ((0, 0), (0, 0), (0, points // 2 + 1 - self.modes))
        y = ops.irfft((ops.pad(real, pad), ops.pad(imaginary, pad)), fft_length=points)  # (b, width, n)
        return ops.transpose(y, (0, 2, 1))  # (b, n, width)
