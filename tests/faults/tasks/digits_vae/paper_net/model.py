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


def cnn(inputs, targets, initializer, filters, padding):
    """Three convolutions of stride 2 and a linear layer; Greydanus & Kobak 2020, ConvBase in the released code."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 40, 1)
    features = encoder(signal, filters, padding, initializer)  # (b, 5, 25)
    logits = head(features, targets.classes, initializer)  # (b, 10)
    return keras.Model(signal, logits, name="cnn")


def encoder(signal, filters, padding, initializer):
    x = convolution(signal, filters, 5, padding, initializer, "conv1")  # (b, 19, 25)
    x = convolution(x, filters, 3, padding, initializer, "conv2")  # (b, 10, 25)
    return convolution(x, filters, 3, padding, initializer, "conv3")  # (b, 5, 25)


def convolution(x, filters, kernel_size, padding, initializer, name):
    if padding == "one":  # PyTorch's padding=1 is neither Keras' "same" (which pads one side more) nor "valid"
        x = layers.ZeroPadding1D(1, name=f"{name}_pad")(x)  # (b, t + 2, c)
    x = layers.Conv1D(
        filters,
        kernel_size,
        strides=2,
        padding="valid" if padding == "one" else padding,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=kernel_size * x.shape[-1]),
        name=name,
    )(x)  # (b, (t + 2 - kernel_size) // 2 + 1, filters)
    return layers.ReLU(name=f"{name}_relu")(x)


def head(features, classes, initializer):
    x = layers.Flatten(name="flatten")(features)  # (b, 125)
    return layers.Dense(
        classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)


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
