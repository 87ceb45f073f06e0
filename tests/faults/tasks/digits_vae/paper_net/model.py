"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`), `initializer`, and the file's own arguments; it returns an
uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own. A block that is not written
yet raises NotImplementedError.

Shapes: b batch, z latent values.
"""

import math

import keras
from keras import layers, ops

from .losses import gaussian_kl
from .recipe import show


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)


def vae(inputs, targets, initializer, hidden, latent, kl_weight):
    """Variational autoencoder with a hidden layer on either side; Kingma & Welling 2013. Its KL term is add_loss's."""

    def dense(x, units, name, activation=None):
        return layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8)
    x = layers.Flatten(name="flatten")(image)  # (b, 64)
    x = dense(x, hidden, "encoder", "relu")  # (b, hidden)
    z = Posterior(kl_weight, name="posterior")([dense(x, latent, "mean"), dense(x, latent, "log_variance")])  # (b, z)
    x = dense(z, hidden, "decoder", "relu")  # (b, hidden)
    logits = dense(x, math.prod(targets.shape), "pixels")  # (b, 64)
    return keras.Model(image, layers.Reshape(targets.shape, name="shape")(logits), name="vae")  # (b, 8, 8)


class Posterior(layers.Layer):
    """A draw from N(mean, exp(log_variance)), differentiable in both; its divergence from the prior joins the loss."""

    def __init__(self, kl_weight, seed=2013, **kwargs):
        super().__init__(**kwargs)
        self.kl_weight = kl_weight
        self.seed = keras.random.SeedGenerator(seed)

    def call(self, statistics):
        mean, log_variance = statistics  # (b, z) both
        divergence = ops.mean(gaussian_kl(mean, log_variance))
        self.add_loss(self.kl_weight * show("kl", divergence))
        noise = keras.random.normal(ops.shape(mean), seed=self.seed)  # (b, z)
        return mean + ops.exp(0.5 * log_variance) * noise
