"""A hidden Markov model of counts. Shapes: b batch, t time, k states."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, states):
    counts = keras.Input(inputs.shape, dtype=inputs.dtype, name="counts")  # (b, t)
    return keras.Model(counts, HiddenMarkov(states, name="hidden_markov")(counts), name="bats")  # (b, 1)


class HiddenMarkov(layers.Layer):
    """log p(counts) a step, by the forward algorithm in logarithms; each state has a Poisson rate of its own."""

    def __init__(self, states, **options):
        super().__init__(**options)
        self.states = states

    def build(self, shape):
        k = self.states
        self.start = self.add_weight(shape=(k,), initializer="zeros", name="start")
        self.moves = self.add_weight(shape=(k, k), initializer=keras.initializers.Identity(2.0), name="moves")
        self.log_rates = self.add_weight(
            shape=(k,), initializer=lambda shape, dtype=None: ops.linspace(-1.0, 2.0, k), name="log_rates"
        )

    def call(self, counts):
        log_moves = ops.log_softmax(self.moves, axis=1)  # (k from, k to)
        factorial = LogFactorial.of(counts)  # (b, t)
        seen = counts[..., None] * self.log_rates - ops.exp(self.log_rates) - factorial[..., None]  # (b, t, k)
        alpha = ops.log_softmax(self.start) + seen[:, 0]  # (b, k)
        for t in range(1, counts.shape[1]):
            alpha = ops.logsumexp(alpha[:, :, None] + log_moves, axis=1) + seen[:, t]  # (b, k)
        return ops.logsumexp(alpha, axis=-1, keepdims=True) / counts.shape[1]


class LogFactorial:
    """log n!, from a table, for counts up to 200."""

    @staticmethod
    def of(counts):
        table = ops.cumsum(ops.log(ops.concatenate([ops.ones((1,)), ops.arange(1, 201, dtype="float32")])))
        return ops.take(table, ops.cast(ops.clip(counts, 0, 200), "int32"))
