"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how the biases start: at zero
    - whether images are made binary anew in each pass: so, from five draws (conf/data/mine.yaml)

Shapes: b batch, k samples of the stochastic layer, d its units.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, hidden, latent, k):
    """Autoencoder with one Gaussian stochastic layer, from binary images to the log weights of k samples.

        log w_i = log p(x | h_i) + log p(h_i) - log q(h_i | x),   h_i ~ q(h | x)

    Source: Burda et al. 2016, Importance Weighted Autoencoders, arXiv 1509.00519, section 3 and figure 1.
    """

    def dense(units, x, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = dense(hidden, image, "encoder_1", "tanh")
    x = dense(hidden, x, "encoder_2", "tanh")
    mean, log_variance = dense(latent, x, "mean", None), dense(latent, x, "log_variance", None)  # (b, d)
    h = GaussianSamples(k, name="samples")([mean, log_variance])  # (b, k, d)
    x = dense(hidden, h, "decoder_1", "tanh")
    x = dense(hidden, x, "decoder_2", "tanh")
    logits = dense(inputs.shape[0], x, "logits")  # (b, k, 64)
    log_weights = LogWeights(name="log_weights")([image, logits, h, mean, log_variance])  # (b, k)
    return keras.Model(image, log_weights, name="autoencoder")


class GaussianSamples(layers.Layer):
    """k samples of a diagonal Gaussian, as mean + deviation * noise, through which the gradient flows."""

    def __init__(self, k, **kwargs):
        super().__init__(**kwargs)
        self.k = k
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, inputs):
        mean, log_variance = (ops.expand_dims(x, 1) for x in inputs)  # (b, 1, d)
        shape = (ops.shape(mean)[0], self.k, mean.shape[-1])
        return mean + ops.exp(log_variance / 2) * keras.random.normal(shape, seed=self.seed_generator)


class LogWeights(layers.Layer):
    """log p(x | h) + log p(h) - log q(h | x) of each sample, in nats; the Gaussians' log 2 pi cancels."""

    def call(self, inputs):
        image, logits, h, mean, log_variance = inputs
        image, mean, log_variance = (ops.expand_dims(x, 1) for x in (image, mean, log_variance))
        log_likelihood = ops.sum(image * logits - ops.softplus(logits), axis=-1)  # (b, k)
        log_prior = -ops.sum(h**2, axis=-1) / 2
        log_posterior = -ops.sum((h - mean) ** 2 / ops.exp(log_variance) + log_variance, axis=-1) / 2
        return log_likelihood + log_prior - log_posterior


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values. A text is its words' shares."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    if inputs.classes:  # numbers of words, in the place of values
        words = layers.CategoryEncoding(inputs.classes, output_mode="count", name="words")(signal)  # (b, words)
        x = layers.Rescaling(1 / math.prod(inputs.shape), name="shares")(words)
    else:
        x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)
