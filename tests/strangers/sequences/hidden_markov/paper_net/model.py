import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, states):
    """A hidden Markov model, whose answer is the log-density of a sequence."""
    current = keras.Input(inputs.shape, dtype=inputs.dtype, name="current")  # (b, t, 1)
    return Density(current, HiddenMarkov(states, initializer, name="chain")(current), name="hidden_markov")  # (b)


def log_likelihood(start, follows, emitted):
    """The forward algorithm: log probabilities of the start (k), of steps from row to column (k, k), densities (b, t, k)."""
    alpha = start + emitted[:, 0]  # (b, k)
    for t in range(1, emitted.shape[1]):
        alpha = ops.logsumexp(alpha[:, :, None] + follows, axis=1) + emitted[:, t]
    return ops.logsumexp(alpha, axis=-1)  # (b)


class HiddenMarkov(layers.Layer):
    """States that follow each other, each with a normal density of its own."""

    def __init__(self, states, initializer, **kwargs):
        super().__init__(**kwargs)
        self.states, self.initializer = states, initializer

    def build(self, shape):
        k = self.states
        self.start = self.add_weight(shape=(k,), initializer="zeros", name="start")
        self.follows = self.add_weight(shape=(k, k), initializer=self.initializer.kernel(), name="follows")
        spaced = ops.convert_to_numpy(ops.linspace(-1.0, 1.0, k))
        self.mean = self.add_weight(shape=(k,), initializer=lambda *_, **__: spaced, name="mean")
        self.log_deviation = self.add_weight(
            shape=(k,), initializer=keras.initializers.Constant(math.log(0.5)), name="log_deviation"
        )

    def call(self, x):
        z = (x - self.mean) * ops.exp(-self.log_deviation)  # (b, t, k)
        emitted = -0.5 * z**2 - self.log_deviation - 0.5 * math.log(2 * math.pi)
        return log_likelihood(ops.log_softmax(self.start), ops.log_softmax(self.follows, axis=-1), emitted)


class Density(keras.Model):
    """Its answer is a log-density, and there are no targets: the loss is negative where densities are above 1."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return -ops.mean(y_pred)
