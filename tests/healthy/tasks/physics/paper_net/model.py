"""YOURS. Networks of which a derivative is what counts.

Shapes: b batch.
"""

import math

import keras
from keras import layers, ops

from . import steps


def network(inputs, initializer, units, name):
    """Two hidden layers, smooth enough to be differentiated twice, and one value."""
    place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")
    x = place
    for i in range(2):
        x = dense(x, units, initializer, f"hidden{i}", "tanh")
    return keras.Model(place, dense(x, 1, initializer, "value"), name=name)  # (b, 1)


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


class Poisson(steps.Tested):
    """Solves u'' = -sin(pi x) - sin(3 pi x) with u = 0 at both walls; Lagaris, Likas & Fotiadis 1998.

    The walls are met by construction: u = N(x) - (1 - x) N(0) - x N(1). A constant added to N leaves u as it is, so the
    last bias never moves.
    """

    def __init__(self, network, **kwargs):
        super().__init__(**kwargs)
        self.network = network
        self.residual = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.residual]

    def call(self, x, training=None):
        left, right = self.network(ops.zeros((1, 1))), self.network(ops.ones((1, 1)))
        return self.network(x) - (1 - x) * left - x * right  # (b, 1)

    def equation(self, x):
        """Mean squared residual of the equation, divided by the mean square of its right-hand side."""
        curvature = steps.slope(lambda x: steps.slope(self, x), x)  # (b, 1)
        return ops.mean((curvature + ops.sin(math.pi * x) + ops.sin(3 * math.pi * x)) ** 2)

    def loss_of(self, data, training):
        x, _, _ = keras.utils.unpack_x_y_sample_weight(data)
        return (self.equation(x),)

    def tracked(self, data, loss):
        self.residual.update_state(loss)
        return {"loss": self.residual.result()}


def poisson(inputs, targets, initializer, units):
    model = Poisson(network(inputs, initializer, units, "network"), name="poisson")
    model.build((None, *inputs.shape))
    return model


class Energy(keras.Model):
    """Learns an energy from forces: its answer is minus the energy's slope. The last bias shifts the energy alone."""

    def __init__(self, network, **kwargs):
        super().__init__(**kwargs)
        self.network = network

    def call(self, place, training=None):
        return -steps.slope(self.network, place)  # (b, 2)


def energy(inputs, targets, initializer, units):
    model = Energy(network(inputs, initializer, units, "network"), name="energy")
    model.build((None, *inputs.shape))
    return model
