"""YOURS. A Gumbel-Sinkhorn network that puts shuffled pieces into order.

What the paper leaves open, and what is guessed:
    - the temperature: 0.5

Shapes: b batch, n pieces, m places (as many), p pixels of a piece.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, temperature, iterations, noise):
    """From pieces in any order (b, n, p) to pieces in their places (b, m, p)."""
    pieces = x = keras.Input(inputs.shape, name="pieces")

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    for i in range(2):
        x = dense(units, x, activation="relu", name=f"hidden_{i}")  # (b, n, units): each piece by itself
    scores = dense(inputs.shape[0], x, name="scores")  # (b, n, m)
    places = GumbelSinkhorn(temperature, iterations, noise, name="sinkhorn")(scores)  # (b, n, m)
    ordered = layers.Dot(axes=(1, 1), name="ordered")([places, pieces])  # (b, m, p)
    return keras.Model(pieces, ordered, name="gumbel_sinkhorn")


class GumbelSinkhorn(layers.Layer):
    """S(X / tau): rows and columns are normalized in turn, in logarithms; noise in training."""

    def __init__(self, temperature, iterations, noise, **options):
        super().__init__(**options)
        self.temperature, self.iterations, self.noise = temperature, iterations, noise
        self.seed_generator = keras.random.SeedGenerator(0)

    def call(self, scores, training=None):
        x = scores
        if training:
            uniform = keras.random.uniform(ops.shape(scores), 1e-6, 1 - 1e-6, seed=self.seed_generator)
            x = x - self.noise * ops.log(-ops.log(uniform))
        x = x / self.temperature
        for _ in range(self.iterations):
            x = x - ops.logsumexp(x, axis=2, keepdims=True)  # each piece has one place
            x = x - ops.logsumexp(x, axis=1, keepdims=True)  # each place has one piece
        return ops.exp(x)
