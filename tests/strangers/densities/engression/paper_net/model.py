"""Engression (Shen & Meinshausen 2024): a network that draws from p(y | x).

Shapes: b batch, m samples, k noise.
"""

import keras
from keras import layers, ops


class WithNoise(layers.Layer):
    """x (b, c) → m copies of it, each with noise of its own beside it: (b, m, c + k)."""

    def __init__(self, samples, noise, **options):
        super().__init__(**options)
        self.samples, self.noise = samples, noise
        self.seed_generator = keras.random.SeedGenerator(17)

    def call(self, x):
        copies = ops.repeat(ops.expand_dims(x, 1), self.samples, axis=1)
        noise = keras.random.normal((ops.shape(x)[0], self.samples, self.noise), seed=self.seed_generator)
        return ops.concatenate([copies, noise], axis=-1)


def network(inputs, targets, initializer, samples, noise, units):
    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    covariates = keras.Input(inputs.shape, dtype=inputs.dtype, name="covariates")
    x = WithNoise(samples, noise, name="with_noise")(covariates)  # (b, m, c + k)
    x = dense(x, units, activation="relu", name="hidden_0")  # (b, m, units)
    x = dense(x, units, activation="relu", name="hidden_1")
    x = dense(x, 1, name="sample")  # (b, m, 1)
    return keras.Model(covariates, layers.Reshape((samples,), name="samples")(x), name="engression")
