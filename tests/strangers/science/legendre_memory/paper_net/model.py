import keras
import numpy as np
from keras import layers, ops
from scipy.linalg import expm


def network(inputs, targets, initializer, units, order, theta):
    """A recurrent layer of Legendre memory units, and a linear read-out of its last state."""
    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")  # (b, t, 1)
    x = layers.RNN(LegendreCell(units, order, theta, initializer), name="lmu")(series)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    ahead = layers.Dense(targets.shape[-1], kernel_initializer=kernel, bias_initializer=bias, name="ahead")(x)
    return keras.Model(series, ahead, name="legendre_memory")  # (b, 1)


def delay(order, theta):
    """The linear system whose state holds the last theta steps in Legendre polynomials, discretized (zero-order hold).

    Source: Voelker et al. 2019, Legendre Memory Units, equation 2.
    """
    i, j = np.mgrid[:order, :order]
    a = (2 * i + 1) * np.where(i < j, -1.0, (-1.0) ** (i - j + 1)) / theta
    b = (2 * np.arange(order)[:, None] + 1) * (-1.0) ** np.arange(order)[:, None] / theta
    discrete = expm(a)
    return discrete, np.linalg.solve(a, (discrete - np.eye(order)) @ b)


class LegendreCell(layers.Layer):
    """u = x e_x + h e_h + m e_m;  m ← A m + B u;  h ← tanh(x W_x + h W_h + m W_m). A and B are not learnt."""

    def __init__(self, units, order, theta, initializer, **options):
        super().__init__(**options)
        self.units, self.order, self.theta, self.initializer = units, order, theta, initializer
        self.state_size, self.output_size = [units, order], units

    def build(self, shape):
        sizes = {"x": shape[-1], "h": self.units, "m": self.order}
        one = keras.initializers.LecunUniform
        self.e = {n: self.add_weight(shape=(s, 1), initializer="zeros" if n == "m" else one(), name=f"e_{n}")
                  for n, s in sizes.items()}  # fmt: skip
        self.w = {n: self.add_weight(shape=(s, self.units), initializer=self.initializer.kernel(), name=f"w_{n}")
                  for n, s in sizes.items()}  # fmt: skip
        a, b = delay(self.order, self.theta)
        self.a, self.b = a.T.astype("float32"), b.T.astype("float32")  # rows are samples here

    def call(self, x, states):
        h, m = states
        u = ops.matmul(x, self.e["x"]) + ops.matmul(h, self.e["h"]) + ops.matmul(m, self.e["m"])  # (b, 1)
        m = ops.matmul(m, self.a) + ops.matmul(u, self.b)  # (b, order)
        h = ops.tanh(ops.matmul(x, self.w["x"]) + ops.matmul(h, self.w["h"]) + ops.matmul(m, self.w["m"]))
        return h, [h, m]
