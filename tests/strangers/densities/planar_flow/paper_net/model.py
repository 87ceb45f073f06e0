"""A chain of planar flows. Shapes: b batch, d dimensions."""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, length):
    """z_0 → (z_K, log q_K(z_K))."""
    z = base = keras.Input(inputs.shape, dtype=inputs.dtype, name="base")  # (b, d)
    log_q = -0.5 * ops.sum(z**2 + math.log(2 * math.pi), axis=-1)  # (b)
    for k in range(length):
        z, log_det = Planar(initializer, name=f"planar_{k}")(z)
        log_q = log_q - log_det
    answer = layers.Concatenate(name="answer")([z, ops.expand_dims(log_q, -1)])  # (b, d + 1)
    return keras.Model(base, answer, name="flow")


class Planar(layers.Layer):
    """f(z) = z + u h(w z + b), with h = tanh (equation 10), and u such that f is invertible (appendix A.1)."""

    def __init__(self, initializer, **options):
        super().__init__(**options)
        self.kernel_initializer = initializer

    def build(self, shape):
        size = shape[-1]
        self.w = self.add_weight(shape=(size, 1), initializer=self.kernel_initializer.kernel(), name="w")
        self.u = self.add_weight(shape=(size, 1), initializer=self.kernel_initializer.kernel(), name="u")
        self.b = self.add_weight(shape=(1,), initializer="zeros", name="b")

    def call(self, z):
        wu = ops.sum(self.w * self.u)
        u = self.u + (ops.softplus(wu) - 1 - wu) * self.w / (ops.sum(self.w**2) + 1e-8)  # so that w u >= -1
        h = ops.tanh(ops.matmul(z, self.w) + self.b)  # (b, 1)
        psi = (1 - h**2) * ops.transpose(self.w)  # (b, d)
        log_det = ops.log(ops.abs(1 + ops.matmul(psi, u)) + 1e-8)[:, 0]  # (b)
        return z + h * ops.transpose(u), log_det
