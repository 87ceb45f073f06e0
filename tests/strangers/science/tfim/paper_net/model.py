import keras
import numpy as np
from keras import layers, ops


def spins(sites):
    """All the 2^n configurations, -1 or 1, the last site the fastest: (2^n, n)."""
    return 1 - 2 * ((np.arange(2**sites)[:, None] >> np.arange(sites)[::-1]) & 1)


def flips(sites):
    """For each configuration and site the number of the one with that spin turned over: (2^n, n)."""
    return np.arange(2**sites)[:, None] ^ (1 << np.arange(sites)[::-1])


def energy(psi, fields):
    """<psi|H|psi> / <psi|psi> a site, H = -sum z z' around the ring - sum h x: never below the ground state's."""
    sites = fields.shape[-1]
    table = spins(sites)
    bonds = ops.cast((table * np.roll(table, -1, axis=-1)).sum(axis=-1), psi.dtype)  # (2^n)
    turned = ops.take(psi, flips(sites), axis=-1)  # (b, 2^n, n)
    pushed = ops.einsum("bcn,bn->bc", turned, fields)
    return -ops.sum(psi * (bonds * psi + pushed), axis=-1) / ops.sum(psi * psi, axis=-1) / sites  # (b)


class GroundState(keras.Model):
    """A network whose loss is the energy of its answer."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(energy(y_pred, x))


class Amplitudes(layers.Layer):
    """A restricted Boltzmann machine's amplitude of each configuration, with biases that the fields decide."""

    def __init__(self, hidden, initializer, **kwargs):
        super().__init__(**kwargs)
        self.hidden, self.initializer = hidden, initializer

    def build(self, visible_shape, hidden_shape):
        self.coupling = self.add_weight(shape=(visible_shape[-1], self.hidden), initializer=self.initializer.kernel())

    def call(self, visible, hidden):
        table = ops.cast(spins(visible.shape[-1]), visible.dtype)  # (2^n, n)
        log = ops.matmul(visible, ops.transpose(table))  # (b, 2^n)
        seen = ops.matmul(table, self.coupling)[None] + hidden[:, None]  # (b, 2^n, h)
        log = log + ops.sum(ops.softplus(2 * seen) - seen, axis=-1)  # log 2 cosh
        return ops.exp(log - ops.max(log, axis=-1, keepdims=True))  # (b, 2^n), positive


def network(inputs, targets, initializer, hidden):
    """From the fields to the amplitudes of the ground state, which no one tells."""
    x = fields = keras.Input(inputs.shape, dtype=inputs.dtype, name="fields")  # (b, n)
    x = layers.Dense(
        32,
        activation="tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[-1]),
        name="read",
    )(x)
    visible, biases = (
        layers.Dense(
            units, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=32), name=name
        )(x)
        for name, units in (("visible", inputs.shape[-1]), ("hidden", hidden))
    )
    return GroundState(fields, Amplitudes(hidden, initializer, name="amplitudes")(visible, biases), name="tfim")
