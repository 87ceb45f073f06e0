"""Simultaneous quantile regression, Tagasovska and Lopez-Paz 2019."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, levels):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")  # (b, 4)
    both = WithLevels(levels, name="levels")(x)  # (b, l, 5)
    level = both[..., -1:]
    h = layers.Concatenate(name="scaled")([both[..., :-1], 12 * (level - 0.5)])  # unit scale, as the authors' code
    h = dense(units, h, activation="elu", name="hidden_1")
    h = dense(units, h, activation="elu", name="hidden_2")
    quantile = dense(1, h, name="quantile")  # (b, l, 1)
    return keras.Model(x, layers.Concatenate(name="answer")([quantile, level]), name="sqr")  # (b, l, 2)


class WithLevels(layers.Layer):
    """Beside each sample a level: one at random in training, each of a grid otherwise."""

    def __init__(self, levels, **options):
        super().__init__(**options)
        self.levels = levels
        self.seeds = keras.random.SeedGenerator(2)

    def call(self, x, training=False):
        b = ops.shape(x)[0]
        if training:
            tau = keras.random.uniform((b, 1), seed=self.seeds)
        else:
            grid = ops.arange(1, self.levels + 1, dtype="float32") / (self.levels + 1)
            tau = ops.broadcast_to(grid, (b, self.levels))
        repeated = ops.repeat(x[:, None], tau.shape[1], axis=1)  # (b, l, 4)
        return ops.concatenate([repeated, tau[..., None]], axis=-1)
