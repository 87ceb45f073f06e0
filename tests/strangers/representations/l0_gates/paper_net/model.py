"""YOURS. What learns. Shapes: b batch, d columns."""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, penalty, samples):
    """Gates, a hidden layer, a value."""
    columns = keras.Input(inputs.shape, dtype=inputs.dtype, name="columns")  # (b, d)
    x = HardConcrete(penalty / samples, name="gates")(columns)
    x = dense(x, units, initializer, activation="tanh", name="hidden")  # (b, units)
    return keras.Model(columns, dense(x, targets.shape[-1], initializer, name="value"), name="l0")  # (b, 1)


class HardConcrete(layers.Layer):
    """Multiplies each column by a gate in [0, 1] that is exactly 0 or 1 with a probability above zero.

    Args:
        penalty: of each gate's probability to be open, per sample of the loss.

    Source: Louizos et al. 2018, arXiv 1712.01312, equations 10 to 13.
    """

    beta, low, high = 2 / 3, -0.1, 1.1

    def __init__(self, penalty, **options):
        super().__init__(**options)
        self.penalty = penalty
        self.seeds = keras.random.SeedGenerator()

    def build(self, shape):
        self.log_a = self.add_weight(shape=(shape[-1],), initializer="zeros", name="log_a")

    def call(self, x, training=False):
        is_open = ops.sigmoid(self.log_a - self.beta * math.log(-self.low / self.high))  # (d), a probability
        self.add_loss(self.penalty * ops.sum(is_open))
        if not training:
            return x * self.closed_form()
        u = keras.random.uniform(ops.shape(x), 1e-6, 1 - 1e-6, seed=self.seeds)  # (b, d)
        s = ops.sigmoid((ops.log(u) - ops.log(1 - u) + self.log_a) / self.beta)
        return x * self.stretched(s)

    def closed_form(self):
        """The gate where nothing is drawn."""
        return self.stretched(ops.sigmoid(self.log_a))

    def stretched(self, s):
        return ops.clip(s * (self.high - self.low) + self.low, 0.0, 1.0)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
