"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch, z latents.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, latents, units):
    """A conditional VAE: from the upper half (b, 32) to logits of the lower half's pixels (b, 32)."""

    def perceptron(size, outputs, name):
        given = keras.Input((size,))
        x = dense(units, given, activation="relu")
        return keras.Model(given, dense(outputs, x), name=name)

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    seen, wanted = inputs.shape[0], targets.shape[0]
    return CVAE(
        perceptron(seen, 2 * latents, "prior"),
        perceptron(seen + wanted, 2 * latents, "recognition"),
        perceptron(seen + latents, wanted, "generation"),
        name="cvae",
    )


def kl(mean, log_var, mean_0, log_var_0):
    """KL divergence of N(mean, var) from N(mean_0, var_0), summed over the latents: (b,)."""
    ratio = ops.exp(log_var - log_var_0) + (mean - mean_0) ** 2 / ops.exp(log_var_0)
    return 0.5 * ops.sum(ratio - 1 - log_var + log_var_0, axis=-1)


class CVAE(keras.Model):
    """Trained by its lower bound, equation 4; what it answers is the generation at the mean of the prior, without sampling."""

    def __init__(self, prior, recognition, generation, **options):
        super().__init__(**options)
        self.prior, self.recognition, self.generation = prior, recognition, generation
        self.seeds = keras.random.SeedGenerator(7)
        self.kl_tracker = keras.metrics.Mean(name="kl")

    def call(self, x):
        mean, _ = ops.split(self.prior(x), 2, axis=-1)  # (b, z)
        return self.generation(ops.concatenate([x, mean], axis=-1))

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        mean_0, log_var_0 = ops.split(self.prior(x), 2, axis=-1)
        mean, log_var = ops.split(self.recognition(ops.concatenate([x, y], axis=-1)), 2, axis=-1)
        noise = keras.random.normal(ops.shape(mean), seed=self.seeds)
        z = mean + ops.exp(0.5 * log_var) * noise
        logits = self.generation(ops.concatenate([x, z], axis=-1))
        error = ops.sum(ops.binary_crossentropy(y, logits, from_logits=True), axis=-1)  # (b,)
        divergence = kl(mean, log_var, mean_0, log_var_0)
        self.kl_tracker.update_state(divergence)
        return ops.mean(error + divergence)
