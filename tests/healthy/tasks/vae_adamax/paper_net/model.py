"""YOURS. A variational autoencoder. Shapes: b batch, z code."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="paper_net")
class Sample(layers.Layer):
    """Mean plus noise of the given log variance while it trains; the mean itself at inference."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seeds = keras.random.SeedGenerator(17)

    def call(self, mean, log_variance, training=False):
        if not training:
            return mean
        return mean + ops.exp(log_variance / 2) * keras.random.normal(ops.shape(mean), seed=self.seeds)


def vae(inputs, targets, initializer, width, code):
    """Returns all that the loss needs, side by side: image, logits of its reconstruction, mean, log variance."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8)
    flat = layers.Flatten(name="flatten")(image)  # (b, 64)
    x = dense(flat, width, "softplus", initializer, "encoder")
    mean = dense(x, code, None, initializer, "mean")  # (b, z)
    log_variance = dense(x, code, None, initializer, "log_variance")  # (b, z)
    z = Sample(name="sample")(mean, log_variance)
    x = dense(z, width, "softplus", initializer, "decoder")
    logits = dense(x, 64, None, initializer, "pixels")  # (b, 64)
    both = layers.Concatenate(name="elbo_terms")([flat, logits, mean, log_variance])  # (b, 128 + 2z)
    return keras.Model(image, both, name="vae")


def dense(x, units, activation, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(),
        name=name,
    )(x)
