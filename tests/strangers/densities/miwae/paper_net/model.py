import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, latents, units, samples):
    """MIWAE: an importance-weighted autoencoder of what is seen, which imputes what is not."""
    width = inputs["measures"].shape[-1]
    measures = keras.Input((width,), name="measures")
    seen = keras.Input((width,), name="seen")

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    h = dense(measures, units, activation="tanh", name="encoder_0")  # (b, units)
    h = dense(h, units, activation="tanh", name="encoder_1")
    mean = dense(h, latents, name="mean")  # (b, latents)
    deviation = dense(h, latents, activation="softplus", name="deviation") + 1e-3
    z, log_ratio = Draw(samples, name="draw")(mean, deviation)  # (b, samples, latents), (b, samples)
    h = dense(z, units, activation="tanh", name="decoder_0")
    h = dense(h, units, activation="tanh", name="decoder_1")
    location = dense(h, width, name="location")  # (b, samples, width)
    scale = dense(h, width, activation="softplus", name="scale") + 0.1
    log_p = log_normal(measures[:, None], location, scale)  # (b, samples, width)
    log_w = ops.sum(log_p * seen[:, None], axis=-1) + log_ratio  # (b, samples)
    weight = ops.softmax(log_w, axis=1)
    imputed = ops.sum(weight[..., None] * location, axis=1)  # (b, width)
    return Miwae({"measures": measures, "seen": seen}, {"imputed": imputed, "log_w": log_w}, name="miwae")


class Miwae(keras.Model):
    """Trained by the bound of equation 4, judged by the imputation of equation 8 (Mattei and Frellsen 2019)."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.error = keras.metrics.Mean(name="imputation_mse")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        whole, seen = y[:, 0], y[:, 1]  # (b, width)
        self.error.update_state((y_pred["imputed"] - whole) ** 2, sample_weight=1 - seen)
        return -ops.mean(bound(y_pred["log_w"]))


def bound(log_w):
    """log of the mean importance weight of a sample's draws: (b, samples) → (b)."""
    return ops.logsumexp(log_w, axis=1) - math.log(log_w.shape[1])


def log_normal(x, mean, deviation):
    """log N(x; mean, deviation²), element by element."""
    return -0.5 * ((x - mean) / deviation) ** 2 - ops.log(deviation) - 0.5 * math.log(2 * math.pi)


class Draw(layers.Layer):
    """z ~ q(z | x), several times, and log p(z) - log q(z | x) of each."""

    def __init__(self, samples, **options):
        super().__init__(**options)
        self.samples = samples
        self.random = keras.random.SeedGenerator(0)

    def call(self, mean, deviation):
        noise = keras.random.normal((ops.shape(mean)[0], self.samples, mean.shape[-1]), seed=self.random)
        mean, deviation = mean[:, None], deviation[:, None]
        z = mean + deviation * noise  # (b, samples, latents)
        log_ratio = log_normal(z, 0.0, ops.ones_like(z)) - log_normal(z, mean, deviation)
        return z, ops.sum(log_ratio, axis=-1)
