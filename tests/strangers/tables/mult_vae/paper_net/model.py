"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, n items.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, latent, dropout, beta, anneal):
    """Mult-VAE: clicks → their latent distribution → logits of each item.

    Source: Liang et al. 2018, Section 2.
    """
    clicks = keras.Input(inputs.shape, name="clicks")  # (b, n)
    x = layers.UnitNormalization(axis=-1, name="norm")(clicks)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = dense(units, x, initializer, activation="tanh", name="encoder")  # (b, units)
    mean = dense(latent, x, initializer, name="mean")  # (b, latent)
    log_variance = dense(latent, x, initializer, name="log_variance")
    z = Sample(beta, anneal, name="sample")(mean, log_variance)
    x = dense(units, z, initializer, activation="tanh", name="decoder")
    return MultVAE(clicks, dense(targets.shape[0], x, initializer, name="logits"), name="mult_vae")


class Sample(layers.Layer):
    """Draws from N(mean, variance) in training, takes the mean otherwise; adds the divergence from N(0, 1), annealed."""

    def __init__(self, beta, anneal, **options):
        super().__init__(**options)
        self.beta, self.anneal = beta, anneal
        self.seeds = keras.random.SeedGenerator()

    def build(self, *shapes):
        self.step = self.add_weight(shape=(), initializer="zeros", trainable=False, name="step")

    def call(self, mean, log_variance, training=False):
        if not training:
            return mean
        divergence = 0.5 * ops.sum(ops.exp(log_variance) + mean**2 - 1 - log_variance, axis=-1)  # (b)
        self.add_loss(self.beta * ops.minimum(self.step / self.anneal, 1.0) * ops.mean(divergence))
        self.step.assign_add(1.0)
        noise = keras.random.normal(ops.shape(mean), seed=self.seeds)
        return mean + ops.exp(0.5 * log_variance) * noise


class MultVAE(keras.Model):
    """A model whose metrics do not count the items that were shown and are not asked for."""

    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        y_pred = ops.where((x > 0) & (ops.cast(y, x.dtype) == 0), -1e9, y_pred)
        return super().compute_metrics(x, y, y_pred, sample_weight)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
