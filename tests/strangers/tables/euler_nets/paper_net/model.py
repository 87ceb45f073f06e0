import keras
from keras import layers, ops

from .data import ALPHA, BETA, DELTA, GAMMA


def network(inputs, targets, initializer, units):
    """Resources (b, 1) to the share of them that is consumed (b, 1)."""
    m = keras.Input(inputs.shape, name="resources")
    x = layers.Lambda(ops.log, name="log")(m)
    for i in range(2):
        x = dense(x, units, initializer, activation="tanh", name=f"hidden_{i}")  # (b, units)
    return Household(m, dense(x, 1, initializer, activation="sigmoid", name="share"), name="household")


class Household(keras.Model):
    """Learns from the Euler equation alone, by the all-in-one operator: two independent shocks a state."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        consumed = y_pred * x  # (b, 1)
        capital = x - consumed
        errors = []
        for i in range(2):
            shock = y[:, i : i + 1]
            tomorrow = shock * capital**ALPHA + (1 - DELTA) * capital
            errors.append(euler(consumed, self(tomorrow, training=training) * tomorrow, capital, shock))
        return ops.mean(errors[0] * errors[1])  # its expectation is the square of the expected error


def euler(consumed, consumed_tomorrow, capital, shock):
    """Error of the Euler equation under one shock, as a share of today's marginal utility."""
    gain = ALPHA * shock * capital ** (ALPHA - 1) + 1 - DELTA
    return BETA * (consumed_tomorrow / consumed) ** -GAMMA * gain - 1


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
