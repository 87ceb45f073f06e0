"""A noise conditional score network. Shapes: b batch, p pixels, l levels of noise."""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, levels, largest, smallest):
    """Images → what compute_loss needs of them: one level of noise each, drawn anew in each step."""
    images = keras.Input(inputs.shape, dtype=inputs.dtype, name="images")  # (b, p)
    noise, level, sigma = Noise(np.geomspace(largest, smallest, levels), name="noise")(images)
    x = layers.Add(name="noisy")([images, sigma * noise])  # (b, p)
    for i in range(3):
        scale = layers.Dense(units, use_bias=False, kernel_initializer="ones", name=f"scale_{i}")(level)  # (b, units)
        shift = layers.Dense(units, use_bias=False, kernel_initializer="zeros", name=f"shift_{i}")(level)
        x = layers.Dense(
            units,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)
        x = keras.activations.silu(x * scale + shift)  # (b, units)
    score = layers.Dense(inputs.shape[-1], kernel_initializer="zeros", name="score")(x) / sigma  # (b, p)
    return ScoreModel(images, {"score": score, "noise": noise, "sigma": sigma}, name="ncsn")


class Noise(layers.Layer):
    """Draws the noise of each image, its level and the level's standard deviation."""

    def __init__(self, sigmas, **options):
        super().__init__(**options)
        self.sigmas = sigmas
        self.seeds = keras.random.SeedGenerator(1)

    def call(self, images):
        noise = keras.random.normal(ops.shape(images), seed=self.seeds)  # (b, p)
        draw = keras.random.uniform(ops.shape(images[:, 0]), seed=self.seeds)  # (b)
        level = ops.one_hot(ops.cast(ops.floor(draw * len(self.sigmas)), "int32"), len(self.sigmas))  # (b, l)
        sigma = ops.matmul(level, ops.convert_to_tensor(self.sigmas[:, None], dtype="float32"))  # (b, 1)
        return noise, level, sigma


class ScoreModel(keras.Model):
    """Learns s(x, sigma) = grad log p_sigma(x), as network(x, level) / sigma."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.denoised = keras.metrics.Mean(name="denoised")  # mean squared error of the denoised image

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        score, noise, sigma = y_pred["score"], y_pred["noise"], y_pred["sigma"]
        self.denoised.update_state(ops.mean((sigma * noise + sigma**2 * score) ** 2, axis=-1))
        each = 0.5 * ops.sum((score + noise / sigma) ** 2, axis=-1, keepdims=True)  # (b, 1), equation 5
        weight = sigma**2  # equation 6
        return ops.mean(weight * each)
