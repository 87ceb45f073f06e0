"""YOURS. NeRF in the plane. What the paper leaves open, and what is guessed: -

Shapes: b batch (of rays), s samples along a ray.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, samples, frequencies, units, near, far):
    """Points along the ray → encoding → MLP → density and colour → the pixel (Mildenhall et al. 2020)."""

    def dense(units, x, **options):
        return layers.Dense(
            units,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            **options,
        )(x)

    ray = keras.Input(inputs.shape, name="ray")
    x = Points(samples, near, far, name="points")(ray)  # (b, s, 2)
    x = Encoding(frequencies, name="encoding")(x)  # (b, s, 4 L)
    for i in range(3):
        x = dense(units, x, activation="relu", name=f"hidden_{i}")  # (b, s, units)
    density = dense(1, x, activation="softplus", name="density")  # (b, s, 1)
    colour = dense(3, x, activation="sigmoid", name="colour")  # (b, s, 3)
    pixel = Render((far - near) / samples, name="render")([density, colour])  # (b, 3)
    return keras.Model(ray, pixel, name="flat_nerf")


class Points(layers.Layer):
    """Places in the middle of equal stretches of the ray between near and far."""

    def __init__(self, samples, near, far, **options):
        super().__init__(**options)
        self.t = [near + (i + 0.5) / samples * (far - near) for i in range(samples)]

    def call(self, ray):
        t = ops.reshape(ops.convert_to_tensor(self.t, dtype=ray.dtype), (1, -1, 1))
        return ray[:, None, :2] + t * ray[:, None, 2:]


class Encoding(layers.Layer):
    """p → sin(2^k pi p), cos(2^k pi p) for k < L, equation 4; p in -1 … 1 after halving."""

    def __init__(self, frequencies, **options):
        super().__init__(**options)
        self.frequencies = frequencies

    def call(self, points):
        angles = [2.0**k * math.pi * points / 2 for k in range(self.frequencies)]
        return ops.concatenate([f(a) for a in angles for f in (ops.sin, ops.cos)], axis=-1)


class Render(layers.Layer):
    """Equation 3: sum of T (1 - exp(-density · step)) colour, T the light that comes through to there."""

    def __init__(self, step, **options):
        super().__init__(**options)
        self.step = step

    def call(self, inputs):
        density, colour = inputs
        depth = density * self.step
        before = ops.cumsum(depth, axis=1) - depth  # of the samples nearer to the camera
        weight = ops.exp(-before) * (1 - ops.exp(-depth))  # (b, s, 1)
        return ops.sum(weight * colour, axis=1)
