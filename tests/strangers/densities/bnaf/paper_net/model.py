"""Block neural autoregressive flow, De Cao et al. 2019."""

import math

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, width, hidden):
    """From x to log p(x_d | x_<d), under a standard normal z = f(x) whose Jacobian is triangular."""
    d = inputs.shape[-1]
    x = point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, d)
    log_slope = layers.Reshape((d, 1), name="slope")(layers.Rescaling(0.0, name="one")(point))  # (b, d, 1), log 1
    sizes = [1, *[width] * hidden, 1]
    for n, (before, after) in enumerate(zip(sizes, sizes[1:], strict=False)):
        block = BlockDense(d, before, after, initializer, activation=after > 1, name=f"block_{n}")
        x, log_slope = block(x, log_slope)  # (b, d * after), (b, d, after)
    return keras.Model(point, LogNormal(name="log_density")(x, log_slope), name="bnaf")  # (b, d)


class BlockDense(layers.Layer):
    """A dense layer whose weights are positive from a dimension to itself, free to later ones, and 0 to earlier ones.

    Carries log |d h_o / d x_d| along, (b, d, o).
    """

    def __init__(self, d, before, after, initializer, activation, **options):
        super().__init__(**options)
        self.d, self.before, self.after, self.activation = d, before, after, activation
        self.kernel, self.shift = initializer.kernel(), initializer.bias(fan_in=d * before)
        ones = np.ones((before, after), "float32")
        self.own = np.kron(np.eye(d, dtype="float32"), ones)
        self.later = np.kron(np.triu(np.ones((d, d), "float32"), 1), ones)

    def build(self, *shapes):
        size = (self.d * self.before, self.d * self.after)
        self.w = self.add_weight(shape=size, initializer=self.kernel, name="w")
        self.log_g = self.add_weight(shape=size[1:], initializer="zeros", name="log_g")
        self.b = self.add_weight(shape=size[1:], initializer=self.shift, name="b")

    def call(self, x, log_slope):
        w = ops.exp(self.w) * self.own + self.w * self.later
        log_scale = self.log_g - 0.5 * ops.log(ops.sum(w**2, axis=0))  # weight normalisation, of each unit
        x = ops.matmul(x, w * ops.exp(log_scale)) + self.b  # (b, d * o)
        log_w = ops.reshape(self.w + log_scale, (self.d, self.before, self.d, self.after))
        log_w = ops.stack([log_w[n, :, n] for n in range(self.d)])  # (d, i, o), of the blocks on the diagonal
        log_slope = ops.logsumexp(log_slope[..., None] + log_w, axis=2)  # (b, d, o)
        if self.activation:
            log_tanh_slope = -2 * (x - math.log(2) + ops.softplus(-2 * x))
            log_slope = log_slope + ops.reshape(log_tanh_slope, (-1, self.d, self.after))
            x = ops.tanh(x)
        return x, log_slope


class LogNormal(layers.Layer):
    """log N(z_d; 0, 1) + log |d z_d / d x_d|."""

    def call(self, z, log_slope):
        return -0.5 * z**2 - 0.5 * math.log(2 * math.pi) + log_slope[..., 0]
