import keras
from keras import layers, ops


def network(inputs, targets, initializer, growth, death, dt, units):
    """A differential equation, whose missing term is a network, solved by Runge and Kutta's steps.

    Source: Rackauckas et al. 2020, equation 5: Lotka-Volterra.
    """

    def dense(width, fan_in, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)

    missing = keras.Sequential(
        [
            keras.Input((2,)),
            dense(units, 2, activation="swish"),
            dense(units, units, activation="swish"),
            dense(2, units),
        ],
        name="missing",
    )
    start = keras.Input(inputs.shape, dtype=inputs.dtype, name="start")  # (b, 2)
    path = Solve(missing, growth, death, dt, targets.shape[0], name="path")(start)  # (b, steps, 2)
    return keras.Model(start, path, name="universal_de")


class Solve(layers.Layer):
    """The states at dt, 2 dt, … by the classical method of order four."""

    def __init__(self, missing, growth, death, dt, steps, **options):
        super().__init__(**options)
        self.missing, self.rates, self.dt, self.steps = missing, [growth, -death], dt, steps

    def slope(self, u):
        return u * ops.convert_to_tensor(self.rates, dtype=u.dtype) + self.missing(u)

    def call(self, u):
        path, h = [], self.dt
        for _ in range(self.steps):
            k1 = self.slope(u)
            k2 = self.slope(u + h / 2 * k1)
            k3 = self.slope(u + h / 2 * k2)
            k4 = self.slope(u + h * k3)
            u = u + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
            path.append(u)
        return ops.stack(path, axis=1)
