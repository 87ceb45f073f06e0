import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, steps, units):
    """Glow: dequantize, squeeze, then steps of actnorm, invertible 1x1 convolution and affine coupling."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    z, log_p = Dequantize(name="dequantize")(image)  # (b, 8, 8, 1), (b)
    z = layers.Reshape((4, 2, 4, 2), name="blocks")(z)
    z = layers.Reshape((4, 4, 4), name="squeeze")(layers.Permute((1, 3, 2, 4), name="swap")(z))  # (b, 4, 4, 4)
    for i in range(steps):
        z, change = Actnorm(name=f"actnorm_{i}")(z)
        log_p = log_p + change
        z, change = Mix(name=f"mix_{i}")(z)
        log_p = log_p + change
        z, change = coupling(z, units, initializer, f"coupling_{i}")
        log_p = log_p + change
    log_p = log_p - ops.sum(0.5 * z**2 + 0.5 * math.log(2 * math.pi), axis=(1, 2, 3))
    return keras.Model(image, log_p, name="glow")  # (b)


class Dequantize(layers.Layer):
    """0 … 255 → -2 … 2, with uniform noise of the width of a step; and its log-determinant."""

    def __init__(self, **options):
        super().__init__(**options)
        self.random = keras.random.SeedGenerator(0)

    def call(self, image):
        noise = keras.random.uniform(ops.shape(image), seed=self.random)
        change = -math.prod(image.shape[1:]) * math.log(64.0)
        return (image + noise - 128.0) / 64.0, change + 0 * ops.sum(image, axis=(1, 2, 3))


class Actnorm(layers.Layer):
    """A scale and a shift of each channel (section 3.1)."""

    def build(self, shape):
        self.log_scale = self.add_weight(shape=(shape[-1],), initializer="zeros", name="log_scale")
        self.shift = self.add_weight(shape=(shape[-1],), initializer="zeros", name="shift")

    def call(self, z):
        change = z.shape[1] * z.shape[2] * ops.sum(self.log_scale)
        return (z + self.shift) * ops.exp(self.log_scale), change


class Mix(layers.Layer):
    """The invertible 1x1 convolution (section 3.2), which begins as a rotation."""

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], shape[-1]), initializer="orthogonal", name="w")

    def call(self, z):
        change = z.shape[1] * z.shape[2] * ops.slogdet(self.w)[1]
        return ops.matmul(z, self.w), change


def coupling(z, units, initializer, name):
    """Half of the channels are scaled and shifted by what a small network makes of the others (section 3.3)."""

    def conv(x, width, size, **options):
        bias = initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"kernel_initializer": initializer.kernel(), "bias_initializer": bias, **options}
        return layers.Conv2D(width, size, padding="same", **options)(x)

    a, b = ops.split(z, 2, axis=-1)  # (b, 4, 4, 2) each
    h = conv(a, units, 3, activation="relu", name=f"{name}_first")
    h = conv(h, units, 1, activation="relu", name=f"{name}_second")
    h = conv(h, 2 * b.shape[-1], 3, kernel_initializer="zeros", name=f"{name}_last")
    shift, scale = ops.split(h, 2, axis=-1)
    scale = ops.sigmoid(scale + 2)
    return ops.concatenate([a, (b + shift) * scale], axis=-1), ops.sum(ops.log(scale), axis=(1, 2, 3))
