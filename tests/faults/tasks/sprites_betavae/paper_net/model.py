"""YOURS. What learns: a beta-VAE of dense layers, Higgins et al. 2017, appendix A.1 made small.

Shapes: b batch, k latent variables.
"""

import math

import keras
from keras import layers, ops


class Latent(layers.Layer):
    """A sample of the posterior in training, its mean else; adds beta times the divergence from the prior."""

    def __init__(self, beta, **kwargs):
        super().__init__(**kwargs)
        self.beta = beta
        self.seed_generator = keras.random.SeedGenerator(1337)

    def call(self, mean, log_variance, training=False):
        divergence = 0.5 * ops.sum(ops.exp(log_variance) + mean**2 - 1 - log_variance, axis=-1)  # (b)
        self.add_loss(self.beta * ops.mean(divergence))
        if not training:
            return mean
        noise = keras.random.normal(ops.shape(mean), seed=self.seed_generator)  # (b, k)
        return mean + ops.exp(0.5 * log_variance) * noise

    def compute_output_shape(self, mean_shape, log_variance_shape):
        return mean_shape


def beta_vae(inputs, targets, initializer, latent, width, beta):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 16, 16, 1)
    x = layers.Flatten(name="flatten")(image)  # (b, 256)
    x = layers.ReLU(name="encoder1_relu")(dense(x, 2 * width, initializer, "encoder1"))
    x = layers.ReLU(name="encoder2_relu")(dense(x, width, initializer, "encoder2"))
    mean = dense(x, latent, initializer, "mean")  # (b, k)
    log_variance = dense(x, latent, initializer, "log_variance")  # (b, k)
    z = Latent(beta, name="latent")(mean, log_variance)  # (b, k)
    x = layers.ReLU(name="decoder1_relu")(dense(z, width, initializer, "decoder1"))
    x = layers.ReLU(name="decoder2_relu")(dense(x, 2 * width, initializer, "decoder2"))
    x = dense(x, math.prod(targets.shape), initializer, "logits")  # (b, 256)
    return keras.Model(image, layers.Reshape(targets.shape, name="shape")(x), name="beta_vae")  # (b, 16, 16, 1)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
