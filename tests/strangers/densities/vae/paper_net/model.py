"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the width of the hidden layers for so small an image (conf/model: units)

Shapes: b batch, z latent variables.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, latent, units):
    """The encoder, a sample of its posterior, and the decoder.

    Args:
        latent: dimensions of z.
        units: of the one hidden layer on each side.

    Source: Kingma and Welling 2014, Appendix C.1 (Bernoulli MLP as decoder) and C.2 (Gaussian MLP as encoder).
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = dense(image, units, initializer, activation="tanh", name="encoder")  # (b, units)
    mean = dense(x, latent, initializer, name="mean")  # (b, z)
    log_variance = dense(x, latent, initializer, name="log_variance")  # (b, z)
    z = Sampling(name="z")(mean, log_variance)  # (b, z)
    x = dense(z, units, initializer, activation="tanh", name="decoder")  # (b, units)
    return keras.Model(image, dense(x, targets.shape[-1], initializer, name="pixels"), name="vae")  # (b, 64)


class Sampling(layers.Layer):
    """z = mean + deviation * noise; adds the divergence from the prior N(0, 1) to the loss."""

    def __init__(self, **options):
        super().__init__(**options)
        self.noise = keras.random.SeedGenerator()

    def call(self, mean, log_variance):
        divergence = -0.5 * ops.sum(1 + log_variance - mean**2 - ops.exp(log_variance), axis=-1)  # (b)
        self.add_loss(ops.mean(divergence))
        return mean + ops.exp(0.5 * log_variance) * keras.random.normal(ops.shape(mean), seed=self.noise)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
