"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - when the rate drops: once, at 0.8 of the updates

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, latent, samples):
    """An encoder, `samples` draws of the code, a decoder; the outputs are the draws' log importance weights."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    h = dense(image, units, initializer, activation="tanh", name="encoder_0")
    h = dense(h, units, initializer, activation="tanh", name="encoder_1")
    mean = dense(h, latent, initializer, name="mean")  # (b, z)
    log_variance = dense(h, latent, initializer, name="log_variance")
    code = Draw(samples, name="draw")([mean, log_variance])  # (b, k, z)
    h = dense(code, units, initializer, activation="tanh", name="decoder_0")
    h = dense(h, units, initializer, activation="tanh", name="decoder_1")
    logits = dense(h, inputs.shape[-1], initializer, name="pixels")  # (b, k, 64)
    log_weights = LogWeights(name="log_weights")([image, logits, code, mean, log_variance])  # (b, k)
    return IWAE(image, log_weights, name="iwae")


class Draw(layers.Layer):
    """Codes from the encoder's normal distribution."""

    def __init__(self, samples, **options):
        super().__init__(**options)
        self.samples, self.seed = samples, keras.random.SeedGenerator(2)

    def call(self, parameters):
        mean, log_variance = (ops.expand_dims(p, 1) for p in parameters)  # (b, 1, z)
        noise = keras.random.normal((ops.shape(mean)[0], self.samples, mean.shape[-1]), seed=self.seed)
        return mean + ops.exp(0.5 * log_variance) * noise  # (b, k, z)


class LogWeights(layers.Layer):
    """log p(x | z) + log p(z) - log q(z | x), of each draw."""

    def call(self, values):
        image, logits, code, mean, log_variance = values
        image, mean, log_variance = (ops.expand_dims(v, 1) for v in (image, mean, log_variance))
        pixels = ops.sum(image * logits - ops.softplus(logits), axis=-1)  # (b, k)
        prior = -0.5 * ops.sum(code**2, axis=-1)
        encoder = -0.5 * ops.sum((code - mean) ** 2 / ops.exp(log_variance) + log_variance, axis=-1)
        return pixels + prior - encoder


class IWAE(keras.Model):
    """Minimises -log of the mean importance weight: equation 8."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        bound = ops.logsumexp(y_pred, axis=1) - ops.log(float(y_pred.shape[1]))  # (b)
        return -ops.mean(bound)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
