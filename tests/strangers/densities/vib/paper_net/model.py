"""The deep variational information bottleneck, Alemi et al. 2017."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, size, beta):
    """Encoder p(z|x), a diagonal Gaussian, and a linear decoder q(y|z)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = dense(units, x, activation="relu", name="hidden_1")  # (b, units)
    x = dense(units, x, activation="relu", name="hidden_2")
    x = dense(2 * size, x, name="statistics")  # (b, 2 k)
    z = Bottleneck(beta, name="bottleneck")(x)  # (b, k)
    return keras.Model(image, dense(targets.classes, z, name="logits"), name="vib")  # (b, classes)


class Bottleneck(layers.Layer):
    """z ~ N(mu, sigma²) in training, its mean otherwise; adds beta KL(p(z|x) || N(0, 1)) to the loss."""

    def __init__(self, beta, **options):
        super().__init__(**options)
        self.beta = beta
        self.seeds = keras.random.SeedGenerator(0)

    def call(self, statistics, training=False):
        mu, rho = ops.split(statistics, 2, axis=-1)
        sigma = ops.softplus(rho - 5) + 1e-6  # as the paper: small at first
        kl = 0.5 * ops.sum(mu**2 + sigma**2 - 1 - 2 * ops.log(sigma), axis=-1)  # (b)
        self.add_loss(self.beta * ops.mean(kl))
        if not training:
            return mu
        return mu + sigma * keras.random.normal(ops.shape(mu), seed=self.seeds)
