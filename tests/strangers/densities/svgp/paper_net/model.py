"""Stochastic variational Gaussian process (Hensman et al. 2013), whitened.

Shapes: b batch, m inducing points, d inputs.
"""

import keras
from keras import layers, ops


class SparseGP(layers.Layer):
    """x (b, d) → mean and variance of q(f(x)), and the noise's variance: (b, 3).

    Args:
        inducing: how many inducing points, drawn over the square of the data at first.
        samples: N, of the training set.
    """

    def __init__(self, inducing, samples, **options):
        super().__init__(**options)
        self.inducing, self.samples = inducing, samples

    def build(self, shape):
        m, d = self.inducing, shape[-1]
        spread = keras.initializers.RandomUniform(-2, 2, seed=4)
        self.z = self.add_weight(shape=(m, d), initializer=spread, name="z")
        self.mean = self.add_weight(shape=(m, 1), initializer="zeros", name="mean")
        self.root = self.add_weight(shape=(m, m), initializer="identity", name="root")
        self.log_length = self.add_weight(shape=(d,), initializer="zeros", name="log_length")
        self.log_signal = self.add_weight(shape=(), initializer="zeros", name="log_signal")
        self.log_noise = self.add_weight(shape=(), initializer="zeros", name="log_noise")

    def kernel(self, a, b):
        a, b = a / ops.exp(self.log_length), b / ops.exp(self.log_length)
        distance = ops.sum((a[:, None] - b[None]) ** 2, axis=-1)
        return ops.exp(self.log_signal - 0.5 * distance)

    def call(self, x):
        m = self.inducing
        prior = ops.cholesky(self.kernel(self.z, self.z) + 1e-4 * ops.eye(m))  # (m, m)
        a = ops.solve_triangular(prior, self.kernel(self.z, x), lower=True)  # (m, b)
        root = ops.tril(self.root)
        mean = ops.sum(a * self.mean, axis=0)  # (b)
        variance = ops.exp(self.log_signal) - ops.sum(a**2, axis=0)
        variance = variance + ops.sum(ops.matmul(ops.transpose(root), a) ** 2, axis=0)
        log_det = ops.sum(ops.log(ops.diagonal(root) ** 2 + 1e-8))
        divergence = 0.5 * (ops.sum(root**2) + ops.sum(self.mean**2) - m - log_det)
        self.add_loss(divergence / self.samples)
        noise = ops.exp(self.log_noise) * ops.ones_like(mean)
        return ops.stack([mean, variance, noise], axis=-1)


def network(inputs, targets, initializer, inducing, samples):
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")
    return keras.Model(x, SparseGP(inducing, samples, name="gp")(x), name="svgp")
