"""YOURS. What learns: ProdLDA, a topic model whose inference is a network.

What the paper leaves open, and what is guessed:
    - the dropout on theta of so few topics

Shapes: b batch, v words, k topics.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, topics, hidden, alpha, dropout):
    """From a bag of words (b, v) to log-probabilities of words (b, v), with the posterior it went through."""

    def dense(units, name, x, **options):
        return layers.Dense(units, kernel_initializer=initializer.kernel(), name=name, **options)(x)

    bag = keras.Input(inputs.shape, dtype=inputs.dtype, name="bag")
    x = dense(hidden, "hidden_0", bag, activation="softplus")
    x = dense(hidden, "hidden_1", x, activation="softplus")
    mean = layers.BatchNormalization(name="mean_norm")(dense(topics, "mean", x))  # (b, k)
    log_var = layers.BatchNormalization(name="log_var_norm")(dense(topics, "log_var", x))  # (b, k)
    z = Draw(name="z")([mean, log_var])
    theta = layers.Softmax(name="theta")(z)  # (b, k)
    x = layers.Dropout(dropout, name="dropout")(theta)
    x = layers.BatchNormalization(scale=False, name="word_norm")(dense(inputs.shape[0], "beta", x, use_bias=False))
    log_words = layers.Activation("log_softmax", name="log_words")(x)  # (b, v)
    outputs = {"log_words": log_words, "mean": mean, "log_var": log_var}
    return ProdLDA(alpha, inputs=bag, outputs=outputs, name="prodlda")


class Draw(layers.Layer):
    """A sample of the posterior in training, its mean otherwise."""

    def __init__(self, **options):
        super().__init__(**options)
        self.seed_generator = keras.random.SeedGenerator(0)

    def call(self, posterior, training=None):
        mean, log_var = posterior
        if not training:
            return mean
        return mean + ops.exp(0.5 * log_var) * keras.random.normal(ops.shape(mean), seed=self.seed_generator)


class ProdLDA(keras.Model):
    """The evidence lower bound; the prior is the Laplace approximation of a Dirichlet in the softmax basis (eq. 2).

    Source: Srivastava & Sutton 2017.
    """

    def __init__(self, alpha=0.1, **options):
        super().__init__(**options)
        topics = self.output["mean"].shape[-1]
        self.prior_var = 1 / alpha * (1 - 2 / topics) + 1 / (topics * alpha)
        self.perplexity = Perplexity(name="perplexity")
        self.divergence = keras.metrics.Mean(name="divergence")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        mean, log_var = y_pred["mean"], y_pred["log_var"]
        divergence = 0.5 * ops.sum(
            ops.exp(log_var) / self.prior_var
            + ops.square(mean) / self.prior_var
            - 1
            + math.log(self.prior_var)
            - log_var,
            axis=-1,
        )  # (b)
        reconstruction = -ops.sum(x * y_pred["log_words"], axis=-1)  # (b)
        self.perplexity.update_state(x, y_pred["log_words"])
        self.divergence.update_state(divergence)
        return ops.mean(reconstruction + divergence)


class Perplexity(keras.metrics.Metric):
    """exp of the mean negative log-probability of a word."""

    def __init__(self, **options):
        super().__init__(**options)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.words = self.add_weight(name="words", initializer="zeros")

    def update_state(self, counts, log_words, sample_weight=None):
        self.total.assign_add(-ops.sum(counts * log_words))
        self.words.assign_add(ops.sum(counts))

    def result(self):
        return ops.exp(self.total / ops.maximum(self.words, 1.0))
