import keras
from keras import layers, ops

from .losses import info_nce


def network(inputs, targets, initializer, units, negatives, grid):
    """A policy that is the least of an energy.

    Source: Florence et al. 2021, Section 2.
    """
    model = Policy(initializer, units, negatives, grid, name="implicit")
    model(keras.Input(inputs.shape, dtype=inputs.dtype, name="place"))
    return model


class Energy(layers.Layer):
    """E(place, action) of several actions for each place. (b, 2), (b, n) to (b, n)."""

    def __init__(self, initializer, units, **options):
        super().__init__(**options)

        def dense(width, fan_in, **options):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
            return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)

        self.place = dense(units, 2, name="place")
        self.action = dense(units, 1, name="action")
        self.hidden = [dense(units, units, activation="relu", name=f"hidden_{i}") for i in range(2)]
        self.last = dense(1, units, name="last")

    def call(self, place, actions):
        x = ops.relu(self.place(place)[:, None] + self.action(5.0 * actions[:, :, None]))  # (b, n, units)
        for layer in self.hidden:
            x = layer(x)
        return self.last(x)[..., 0]


class Policy(keras.Model):
    """Answers with the energies over a grid of actions; learns by telling a demonstration from random actions."""

    def __init__(self, initializer, units, negatives, grid, **options):
        super().__init__(**options)
        self.energy = Energy(initializer, units, name="energy")
        self.negatives, self.grid = negatives, grid
        self.seeds = keras.random.SeedGenerator(0)

    def call(self, place):
        actions = ops.linspace(-1.0, 1.0, self.grid)[None]  # (1, g)
        return self.energy(place, ops.ones_like(place[:, :1]) * actions)  # (b, g)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        demonstrated = y[:, :1]
        others = keras.random.uniform((ops.shape(x)[0], self.negatives), -1.0, 1.0, seed=self.seeds)
        energies = self.energy(x, ops.concatenate([demonstrated, others], axis=-1))  # (b, 1 + n)
        return ops.mean(info_nce(energies[:, 0], energies[:, 1:]))
