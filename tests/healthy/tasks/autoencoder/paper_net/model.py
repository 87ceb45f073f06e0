"""YOURS. Networks that tell again what they were shown.

Shapes: b batch, p pixels, z values of the code.
"""

import keras
from keras import layers, ops

from . import steps


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


def autoencoder(inputs, targets, initializer, units, code, noise=0.0):
    """Encoder and decoder around a narrow code; with noise on the input, a denoising one (Vincent et al. 2008).

    The targets are the clean pixels; the output is a sigmoid, as they lie in 0 … 1.
    """
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, 64)
    x = layers.GaussianNoise(noise, name="noise")(pixels) if noise else pixels
    x = dense(x, units, initializer, "encoder", "relu")
    x = dense(x, code, initializer, "code")  # (b, code)
    x = dense(x, units, initializer, "decoder", "relu")
    return keras.Model(pixels, dense(x, inputs.shape[0], initializer, "pixels_again", "sigmoid"), name="autoencoder")


class Sampled(layers.Layer):
    """Draws a code in training, and takes its mean otherwise; adds its divergence from N(0, 1) to the loss."""

    def __init__(self, weight, **kwargs):
        super().__init__(**kwargs)
        self.weight = weight
        self.random = keras.random.SeedGenerator()

    def call(self, mean, log_variance, training=None):
        divergence = 0.5 * ops.sum(mean**2 + ops.exp(log_variance) - 1 - log_variance, axis=-1)  # (b)
        self.add_loss(self.weight * ops.mean(divergence))
        if not training:
            return mean
        return mean + ops.exp(0.5 * log_variance) * keras.random.normal(ops.shape(mean), seed=self.random)


def vae(inputs, targets, initializer, units, code, weight):
    """A variational autoencoder: the configured loss plus a layer's own; Kingma & Welling 2014."""
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, 64)
    x = dense(pixels, units, initializer, "encoder", "relu")
    mean, log_variance = dense(x, code, initializer, "mean"), dense(x, code, initializer, "log_variance")
    x = Sampled(weight, name="code")(mean, log_variance)  # (b, code)
    x = dense(x, units, initializer, "decoder", "relu")
    return keras.Model(pixels, dense(x, inputs.shape[0], initializer, "logits"), name="vae")


class VAE(steps.Tested):
    """A variational autoencoder as in Keras' own example: it trains itself, draws always, and needs no targets."""

    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder, self.decoder = encoder, decoder
        self.random = keras.random.SeedGenerator()
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.reconstruction_tracker = keras.metrics.Mean(name="reconstruction")

    @property
    def metrics(self):
        return [self.loss_tracker, self.reconstruction_tracker]

    def call(self, pixels, training=None):
        mean, log_variance = self.encoder(pixels)
        code = mean + ops.exp(0.5 * log_variance) * keras.random.normal(ops.shape(mean), seed=self.random)  # (b, z)
        return self.decoder(code), mean, log_variance

    def loss_of(self, data, training):
        pixels, _, _ = keras.utils.unpack_x_y_sample_weight(data)
        logits, mean, log_variance = self(pixels, training=training)
        each = ops.softplus(logits) - pixels * logits  # cross-entropy of a pixel, from its logit
        reconstruction = ops.mean(ops.sum(each, axis=-1))
        divergence = ops.mean(0.5 * ops.sum(mean**2 + ops.exp(log_variance) - 1 - log_variance, axis=-1))
        return reconstruction + divergence, reconstruction

    def tracked(self, data, loss, reconstruction):
        self.loss_tracker.update_state(loss)
        self.reconstruction_tracker.update_state(reconstruction)
        return {metric.name: metric.result() for metric in self.metrics}


def vae_trains_itself(inputs, targets, initializer, units, code):
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, 64)
    x = dense(pixels, units, initializer, "hidden", "relu")
    encoder = keras.Model(
        pixels, (dense(x, code, initializer, "mean"), dense(x, code, initializer, "log_variance")), name="encoder"
    )
    drawn = keras.Input((code,), name="drawn")  # (b, code)
    x = dense(drawn, units, initializer, "hidden", "relu")
    decoder = keras.Model(drawn, dense(x, inputs.shape[0], initializer, "logits"), name="decoder")
    model = VAE(encoder, decoder, name="vae")
    model.build((None, *inputs.shape))
    return model
