"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how fast the temperature falls where there are so few steps: conf/model/network.yaml
    - validation: relaxed samples too, of the temperature reached

Shapes: b batch, n latents, k categories.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, variables, categories, units, coldest, rate):
    """A variational autoencoder whose latents are categorical, sampled by Gumbel-softmax.

    Args:
        variables, categories: so many latents, of so many categories each.
        units: hidden units of encoder and decoder.
        coldest: the temperature begins at 1 and is not lowered below this.
        rate: it falls by exp(-rate) in each step.

    Source: Jang, Gu & Poole 2017, Categorical Reparameterization with Gumbel-Softmax.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = dense(image, units, activation="relu", name="encoder")  # (b, units)
    x = dense(x, variables * categories, name="posterior")  # (b, n * k)
    logits = layers.Reshape((variables, categories), name="logits")(x)  # (b, n, k)
    z = GumbelSoftmax(coldest, rate, name="sample")(logits)  # (b, n, k)
    x = layers.Flatten(name="code")(z)  # (b, n * k)
    x = dense(x, units, activation="relu", name="decoder")  # (b, units)
    return keras.Model(image, dense(x, inputs.shape[-1], name="pixels"), name="gumbel_vae")  # (b, 64)


class GumbelSoftmax(layers.Layer):
    """A relaxed sample of each categorical latent; adds KL(q(z|x) || uniform) to the loss."""

    def __init__(self, coldest, rate, seed=1, **options):
        super().__init__(**options)
        self.coldest, self.rate = coldest, rate
        self.seeds = keras.random.SeedGenerator(seed)

    def build(self, shape):
        self.temperature = self.add_weight(shape=(), initializer="ones", trainable=False, name="temperature")

    def call(self, logits, training=False):
        log_q = ops.log_softmax(logits, axis=-1)  # (b, n, k)
        kl = ops.sum(ops.exp(log_q) * (log_q + math.log(logits.shape[-1])), axis=(1, 2))  # (b)
        self.add_loss(ops.mean(kl))
        uniform = keras.random.uniform(ops.shape(logits), 1e-6, 1 - 1e-6, seed=self.seeds)
        gumbel = -ops.log(-ops.log(uniform))
        if training:
            colder = ops.maximum(self.temperature * math.exp(-self.rate), self.coldest)
            self.temperature.assign(colder)
        return ops.softmax((logits + gumbel) / self.temperature, axis=-1)
