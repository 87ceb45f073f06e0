import math

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, blocks, penalty):
    """Deep Ritz: u(x) by residual blocks of a smooth activation, trained on the energy of the equation."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    place = keras.Input(inputs["inside"].shape, name="place")  # (b, 2)
    x = dense(units, place, name="lift")  # (b, units)
    for i in range(blocks):
        y = dense(units, x, activation="tanh", name=f"first_{i}")
        y = dense(units, y, activation="tanh", name=f"second_{i}")
        x = layers.Add(name=f"block_{i}")([x, y])
    return DeepRitz(keras.Model(place, dense(1, x, name="u"), name="solution"), penalty, name="deep_ritz")


class DeepRitz(keras.Model):
    """Minimises the mean of |∇u|²/2 - f u inside, and penalty · u² on the edge.

    Source: E and Yu 2018, The Deep Ritz Method, sections 2 and 3.1.
    """

    def __init__(self, solution, penalty, **options):
        super().__init__(**options)
        self.solution, self.penalty = solution, penalty

    def build(self, shape):
        self.built = True

    def call(self, inputs):
        return self.solution(inputs["inside"])

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        inside = x["inside"]
        with tf.GradientTape() as tape:
            tape.watch(inside)
            u = self.solution(inside)  # (b, 1)
        slope = tape.gradient(u, inside)  # (b, 2)
        f = 2 * math.pi**2 * ops.prod(ops.sin(math.pi * inside), axis=-1)  # (b)
        energy = 0.5 * ops.sum(ops.square(slope), axis=-1) - f * u[:, 0]
        edge = ops.square(self.solution(x["edge"])[:, 0])
        return ops.mean(energy) + self.penalty * ops.mean(edge)
