import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, depth):
    """u(x) = ∫ G(x, y) f(y) dy + N(x), with two networks of rational activations for G and N."""
    forcing = keras.Input(inputs.shape, dtype=inputs.dtype, name="forcing")  # (b, m)
    points = inputs.shape[0]
    solution = GreenIntegral(points, units, depth, initializer, name="green")(forcing)  # (b, m)
    return keras.Model(forcing, solution, name="green_learning")


class Rational(layers.Layer):
    """A quotient of polynomials of degree 3 and 2, learnt, which begins close to relu (Boullé et al. 2020)."""

    def build(self, shape):
        above, below = [1.1915, 1.5957, 0.5, 0.0218], [2.383, 0.0, 1.0]
        self.above = [self.add_weight(shape=(), initializer=keras.initializers.Constant(a)) for a in above]
        self.below = [self.add_weight(shape=(), initializer=keras.initializers.Constant(b)) for b in below]

    def call(self, x):
        (a3, a2, a1, a0), (b2, b1, b0) = self.above, self.below
        return (((a3 * x + a2) * x + a1) * x + a0) / ((b2 * x + b1) * x + b0)


class GreenIntegral(layers.Layer):
    """The integral over y by the trapezoidal rule on the grid, and the homogeneous solution.

    Source: Boullé, Earls and Townsend 2022, Data-driven discovery of Green's functions, equation 2.
    """

    def __init__(self, points, units, depth, initializer, **options):
        super().__init__(**options)
        grid = np.linspace(0, 1, points, dtype="float32")
        weights = np.full(points, 1 / (points - 1), "float32")
        weights[[0, -1]] /= 2
        at = np.stack(np.meshgrid(grid, grid, indexing="ij"), axis=-1).reshape(-1, 2)  # (m * m, 2), of x and y
        self.points, self.grid, self.at, self.weights_of_y = points, grid[:, None], at, weights
        self.green = perceptron(2, units, depth, initializer, "G")
        self.homogeneous = perceptron(1, units, depth, initializer, "N")

    def call(self, forcing):
        green = ops.reshape(self.green(ops.convert_to_tensor(self.at)), (self.points, self.points))  # (x, y)
        integral = ops.einsum("xy,by->bx", green, forcing * self.weights_of_y)
        return integral + self.homogeneous(ops.convert_to_tensor(self.grid))[:, 0]  # (b, x)


def perceptron(width, units, depth, initializer, name):
    x = place = keras.Input((width,))
    for _ in range(depth):
        x = layers.Dense(
            units, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1])
        )(x)
        x = Rational()(x)
    x = layers.Dense(1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units))(x)
    return keras.Model(place, x, name=name)
