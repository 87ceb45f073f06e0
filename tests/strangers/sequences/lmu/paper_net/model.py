import keras
import numpy as np
from keras import layers, ops
from scipy.linalg import expm


def network(inputs, targets, initializer, order, window, units):
    """A recurrence beside a fixed memory of Legendre polynomials."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, t, 1)
    x = layers.RNN(LegendreCell(order, window, units, initializer), return_sequences=True, name="memory")(signal)
    x = layers.Dense(  # (b, t, delays)
        targets.shape[-1],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="readout",
    )(x)
    return keras.Model(signal, x, name="lmu")


def legendre(order):
    """A and B of the delay network, equation 2: window * dm/dt = A m + B u."""
    i, j = np.meshgrid(np.arange(order), np.arange(order), indexing="ij")
    a = (2 * i + 1) * np.where(i < j, -1.0, (-1.0) ** (i - j + 1))
    b = (2 * i[:, :1] + 1) * (-1.0) ** i[:, :1]
    return a, b  # (order, order), (order, 1)


def held(a, b, window):
    """Steps of one: the input is held between two of them (zero-order hold)."""
    once = expm(a / window)
    return once, np.linalg.solve(a, (once - np.eye(len(a))) @ b)


class LegendreCell(layers.Layer):
    """Equations 4 to 7 of the paper."""

    def __init__(self, order, window, units, initializer, **kwargs):
        super().__init__(**kwargs)
        self.units, self.order, self.initializer = units, order, initializer
        self.state_size = [units, order]
        self.output_size = units
        a, b = held(*legendre(order), window)
        self.a, self.b = a.T.astype("float32"), b.T.astype("float32")

    def build(self, shape):
        def kernel(name, rows, columns):
            return self.add_weight(shape=(rows, columns), initializer=self.initializer.kernel(), name=name)

        self.encode_x = kernel("encode_x", shape[-1], 1)
        self.encode_h = kernel("encode_h", self.units, 1)
        self.encode_m = self.add_weight(shape=(self.order, 1), initializer="zeros", name="encode_m")
        self.kernel_x = kernel("kernel_x", shape[-1], self.units)
        self.kernel_h = kernel("kernel_h", self.units, self.units)
        self.kernel_m = kernel("kernel_m", self.order, self.units)

    def call(self, x, states):
        h, m = states
        u = x @ self.encode_x + h @ self.encode_h + m @ self.encode_m  # (b, 1)
        m = m @ self.a + u @ self.b  # (b, order)
        h = ops.tanh(x @ self.kernel_x + h @ self.kernel_h + m @ self.kernel_m)  # (b, units)
        return h, [h, m]
