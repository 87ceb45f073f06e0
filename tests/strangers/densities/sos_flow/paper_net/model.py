import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, squares, degree, units):
    """log p(x) of a triangular flow: coordinate j goes through an increasing polynomial, given those before it."""
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, d)
    log_density = []
    for place in range(inputs.shape[0]):
        before = point[:, :place]  # (b, j)
        if place:
            h = before
            for level in (1, 2):
                h = layers.Dense(
                    units,
                    activation="tanh",
                    kernel_initializer=initializer.kernel(),
                    bias_initializer=initializer.bias(fan_in=h.shape[-1]),
                    name=f"hidden_{place}_{level}",
                )(h)  # (b, units)
            h = layers.Dense(
                squares * (degree + 1) + 1,
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=units),
                name=f"conditioned_{place}",
            )(h)  # (b, k (r + 1) + 1)
        else:
            h = ops.zeros_like(ops.tile(point[:, :1], [1, squares * (degree + 1) + 1]))  # nothing is before the first
        shift, coefficients = Coefficients(squares, degree, name=f"coefficients_{place}")(h)  # (b), (b, k, r + 1)
        x = point[:, place]
        z = shift + integral(coefficients, x)  # (b)
        log_density.append(-0.5 * z**2 - 0.5 * math.log(2 * math.pi) + ops.log(slope(coefficients, x) + 1e-12))
    return keras.Model(point, sum(log_density), name="sos_flow")  # (b)


class Coefficients(layers.Layer):
    """Learnt coefficients, at first those of z = x, and what the coordinates before add to them."""

    def __init__(self, squares, degree, **kwargs):
        super().__init__(**kwargs)
        self.squares, self.degree = squares, degree

    def build(self, shape):
        self.base = self.add_weight(shape=(self.squares, self.degree + 1), initializer="zeros", name="base")
        self.shift = self.add_weight(shape=(), initializer="zeros", name="shift")
        start = [[1 / math.sqrt(self.squares)] + [0.0] * self.degree] * self.squares
        self.base.assign(start)  # the squares sum to 1

    def call(self, conditioned):
        given = ops.reshape(conditioned[:, 1:], (-1, self.squares, self.degree + 1))
        return self.shift + conditioned[:, 0], self.base + given


def slope(coefficients, x):
    """The sum of squared polynomials at x, sum_k (sum_l a_kl x^l)^2: what the flow multiplies volumes with."""
    powers = ops.stack([x**order for order in range(coefficients.shape[-1])], axis=-1)  # (b, r + 1)
    return ops.sum(ops.sum(coefficients * powers[..., None, :], axis=-1) ** 2, axis=-1)


def integral(coefficients, x):
    """The integral of that sum from 0 to x: an increasing polynomial of degree 2 r + 1."""
    number = coefficients.shape[-1]
    total = 0.0
    for first in range(number):
        for second in range(number):
            product = ops.sum(coefficients[..., first] * coefficients[..., second], axis=-1)
            total += product * x ** (first + second + 1) / (first + second + 1)
    return total
