import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A time-aware LSTM over the visits, and a logit of its last state."""
    measurements = keras.Input(inputs["measurements"].shape, name="measurements")  # (b, visits, features)
    elapsed = keras.Input(inputs["elapsed"].shape, name="elapsed")  # (b, visits)
    waits = layers.Reshape((*inputs["elapsed"].shape, 1), name="waits")(elapsed)
    x = layers.Concatenate(name="visits")([measurements, waits])  # (b, visits, features + 1)
    x = layers.RNN(TimeAwareCell(units, initializer), name="t_lstm")(x)  # (b, units)
    logit = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="logit"
    )(x)
    return keras.Model({"measurements": measurements, "elapsed": elapsed}, logit, name="t_lstm")  # (b, 1)


class TimeAwareCell(layers.Layer):
    """An LSTM whose short-term memory fades with the days since the last visit, which are the last column."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer
        self.state_size, self.output_size = [units, units], units

    def build(self, shape):
        features, units, kernel = shape[-1] - 1, self.units, self.initializer.kernel
        self.kernel = self.add_weight(shape=(features, 4 * units), initializer=kernel(), name="kernel")
        self.recurrent = self.add_weight(shape=(units, 4 * units), initializer="orthogonal", name="recurrent")
        self.bias = self.add_weight(shape=(4 * units,), initializer="zeros", name="bias")
        self.split = self.add_weight(shape=(units, units), initializer=kernel(), name="split")
        self.split_bias = self.add_weight(shape=(units,), initializer="zeros", name="split_bias")

    def call(self, x, states):
        hidden, memory = states
        x, days = x[:, :-1], x[:, -1:]
        short = ops.tanh(ops.matmul(memory, self.split) + self.split_bias)
        memory = adjusted(memory, short, days)
        gates = ops.matmul(x, self.kernel) + ops.matmul(hidden, self.recurrent) + self.bias
        i, f, o, c = ops.split(gates, 4, axis=-1)
        memory = ops.sigmoid(f + 1.0) * memory + ops.sigmoid(i) * ops.tanh(c)
        hidden = ops.sigmoid(o) * ops.tanh(memory)
        return hidden, [hidden, memory]


def adjusted(memory, short, days):
    """The long-term memory, and what is left of the short one: short / log(e + days)."""
    return memory - short + short / ops.log(math.e + days)
