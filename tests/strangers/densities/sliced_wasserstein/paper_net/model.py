import math

import keras
from keras import layers, ops


def on_lines(points, directions):
    """Where each of n points lies along each of k directions, which have length 1."""
    return ops.matmul(points, ops.transpose(directions))  # (n, k)


def sliced(projected_a, projected_b):
    """Squared Wasserstein-2 distance of two equally large samples, (n, k) on k lines, averaged over the lines."""
    return ops.mean((ops.sort(projected_a, axis=0) - ops.sort(projected_b, axis=0)) ** 2)


class Generator(keras.Model):
    """Makes as many points of noise as a batch has, and is told how far they are from it."""

    def __init__(self, *args, noise=2, directions=32, **kwargs):
        super().__init__(*args, **kwargs)
        self.noise, self.directions = noise, directions
        self.seeds = keras.random.SeedGenerator()
        self.distance = keras.metrics.Mean(name="distance")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        n = ops.shape(x)[0]
        made = self(keras.random.normal((n, self.noise), seed=self.seeds), training=training)  # (n, d)
        lines = keras.random.normal((self.directions, x.shape[-1]), seed=self.seeds)
        lines = lines / ops.norm(lines, axis=-1, keepdims=True)
        loss = sliced(on_lines(x, lines), on_lines(made, lines))
        self.distance.update_state(energy_distance(x, made))
        return loss


def energy_distance(a, b):
    """2 E|a - b| - E|a - a'| - E|b - b'|, over pairs of different points."""

    def apart(p, q):
        return ops.sqrt(ops.sum((ops.expand_dims(p, 1) - ops.expand_dims(q, 0)) ** 2, axis=-1) + 1e-12)

    n = ops.cast(ops.shape(a)[0], a.dtype)
    of_pairs = 1 / (n * (n - 1))
    return 2 * ops.mean(apart(a, b)) - of_pairs * (ops.sum(apart(a, a)) + ops.sum(apart(b, b)))


def network(inputs, targets, initializer, units, directions):
    width = math.prod(inputs.shape)

    def dense(out, fan_in, **kwargs):
        return layers.Dense(
            out, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **kwargs
        )

    noise = keras.Input(inputs.shape, dtype=inputs.dtype, name="noise")
    x = dense(units, width, activation="relu", name="hidden_1")(noise)
    x = dense(units, units, activation="relu", name="hidden_2")(x)
    points = dense(width, units, name="points")(x)
    return Generator(noise, points, noise=width, directions=directions, name="generator")
