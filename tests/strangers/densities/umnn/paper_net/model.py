import keras
import numpy as np
from keras import layers, ops


def clenshaw_curtis(steps):
    """Nodes in [-1, 1] and weights that integrate polynomials of degree `steps` (even) exactly."""
    k = np.arange(steps + 1)
    nodes = np.cos(np.pi * k / steps)
    even = np.arange(0, steps + 1, 2)
    inner = 2 / (1 - even**2.0)
    inner[[0, -1]] /= 2
    weights = 2 / steps * np.cos(np.pi * np.outer(k, even) / steps) @ inner
    weights[[0, -1]] /= 2
    return nodes.astype("float32"), weights.astype("float32")


def integration_points(x, nodes):
    """The nodes of [-1, 1], moved to the interval from 0 to x."""
    return ops.expand_dims(x, -1) / 2 * (ops.convert_to_tensor(nodes) + 1)  # (*b, steps + 1)


class Monotone(layers.Layer):
    """z = offset(h) + the integral from 0 to x of a positive network f(t, h); and log f(x, h)."""

    def __init__(self, units, context, steps, dense, **kwargs):
        super().__init__(**kwargs)
        self.nodes, self.weights_of_nodes = clenshaw_curtis(steps)
        self.first, self.second = dense(units, 1), dense(units, units)
        self.last = dense(1, units)
        self.of_context, self.offset = dense(units, context), dense(1, context)

    def build(self, x_shape, h_shape):
        for layer in (self.of_context, self.offset):
            layer.build(h_shape)
        self.first.build((*x_shape, 1))
        for layer in (self.second, self.last):
            layer.build((*x_shape, self.first.units))

    def positive(self, t, h):
        """f, where t is (b, k) and h (b, d)."""
        u = self.first(ops.expand_dims(t, -1)) + ops.expand_dims(self.of_context(h), 1)  # (b, k, units)
        u = ops.silu(self.second(ops.silu(u)))
        return ops.squeeze(ops.elu(self.last(u)), -1) + 1.0001  # (b, k)

    def call(self, x, h):
        f = self.positive(integration_points(x, self.nodes), h)  # (b, steps + 1)
        z = x / 2 * ops.sum(f * self.weights_of_nodes, axis=-1) + ops.squeeze(self.offset(h), -1)  # (b)
        log_f = ops.log(ops.squeeze(self.positive(ops.expand_dims(x, -1), h), -1))  # (b)
        return z, log_f


def network(inputs, targets, initializer, units, context, steps):
    """Each coordinate is transformed given those before it."""

    def dense(width, fan_in, **kwargs):
        return layers.Dense(
            width, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **kwargs
        )

    points = keras.Input(inputs.shape, dtype=inputs.dtype, name="points")
    found = []
    for i in range(inputs.shape[0]):
        before = points[:, :i] if i else 0 * points[:, :1]  # (b, max(i, 1)), of the first coordinate nothing
        h = dense(context, max(i, 1), activation="silu", name=f"context_{i}")(before)
        h = dense(context, context, name=f"summary_{i}")(h)  # (b, context)
        z, log_f = Monotone(units, context, steps, dense, name=f"monotone_{i}")(points[:, i], h)
        found.append(ops.stack([z, log_f], axis=-1))
    return keras.Model(points, ops.stack(found, axis=1), name="umnn")  # (b, d, 2)
