"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the distribution of noise levels for images so small: p_mean -0.5 in the place of -1.2

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, sigma_data, p_mean, p_std):
    """A denoiser of dense layers that knows the noise level, within the preconditioning of Table 1."""
    x = noisy = keras.Input(inputs.shape, name="noisy")  # (b, 64)
    level = keras.Input((1,), name="level")
    time = dense(level, units, initializer, activation="silu", name="time")  # (b, units)
    for i in range(2):
        x = dense(x, units, initializer, name=f"dense_{i}")
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("silu", name=f"silu_{i}")(layers.Add(name=f"add_{i}")([x, time]))  # (b, units)
    x = layers.Dense(inputs.shape[-1], kernel_initializer="zeros", name="raw")(x)  # (b, 64)
    return EDM(keras.Model([noisy, level], x, name="raw"), sigma_data, p_mean, p_std, name="edm")


class EDM(keras.Model):
    """Adds noise of a random level to images, and learns to take it away.

    Source: Karras et al. 2022, Table 1, column "Ours", and equation 8.
    """

    def __init__(self, raw, sigma_data, p_mean, p_std, **options):
        super().__init__(**options)
        self.raw, self.sigma_data, self.p_mean, self.p_std = raw, sigma_data, p_mean, p_std
        self.seed = keras.random.SeedGenerator(0)

    def denoise(self, noisy, sigma):
        variance = sigma**2 + self.sigma_data**2
        skip = self.sigma_data**2 / variance
        out = sigma * self.sigma_data / ops.sqrt(variance)
        return skip * noisy + out * self.raw([noisy / ops.sqrt(variance), ops.log(sigma) / 4])

    def call(self, images):
        sigma = keras.random.normal((ops.shape(images)[0], 1), seed=self.seed)
        sigma = ops.exp(self.p_mean + self.p_std * sigma)  # (b, 1)
        noisy = images + sigma * keras.random.normal(ops.shape(images), seed=self.seed)
        return {"denoised": self.denoise(noisy, sigma), "sigma": sigma}

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        sigma = y_pred["sigma"]
        weight = (sigma**2 + self.sigma_data**2) / (sigma * self.sigma_data) ** 2
        return ops.mean(weight * (y_pred["denoised"] - x) ** 2)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
