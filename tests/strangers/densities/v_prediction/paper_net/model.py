import math

import keras
from keras import layers, ops


def noised(x, noise, t):
    """z_t = alpha_t x + sigma_t noise, with the cosine schedule."""
    return ops.cos(math.pi / 2 * t) * x + ops.sin(math.pi / 2 * t) * noise


def velocity(x, noise, t):
    """v = alpha_t noise - sigma_t x: what the network predicts (appendix D)."""
    return ops.cos(math.pi / 2 * t) * noise - ops.sin(math.pi / 2 * t) * x


class Diffuse(layers.Layer):
    """Draws a time and noise for each image: the noised image, the velocity, sines of the time."""

    def __init__(self, **options):
        super().__init__(**options)
        self.random = keras.random.SeedGenerator(23)

    def call(self, x):  # (b, 64)
        t = keras.random.uniform(ops.shape(x[:, :1]), seed=self.random)  # (b, 1)
        noise = keras.random.normal(ops.shape(x), seed=self.random)
        angles = math.pi * t * ops.convert_to_tensor([[0.5, 1.0, 2.0, 4.0]])  # (b, 4)
        return noised(x, noise, t), velocity(x, noise, t), ops.concatenate([ops.sin(angles), ops.cos(angles)], axis=-1)


def network(inputs, targets, initializer, units, depth):
    """Noises an image and predicts its velocity, knowing time and label.

    Returns:
        A model to (b, 2, 64): the prediction, and what was to be predicted.

    Source: Salimans and Ho 2022, Progressive Distillation for Fast Sampling of Diffusion Models, section 4.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")  # (b, 64)
    label = keras.Input(inputs["label"].shape, dtype=inputs["label"].dtype, name="label")  # (b)
    z, v, time = Diffuse(name="diffuse")(image)
    known = layers.Concatenate(name="known")([time, layers.Embedding(inputs["label"].classes, 16, name="class")(label)])
    x = dense(units, z, name="first")  # (b, units)
    for i in range(depth):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = layers.Concatenate(name=f"join_{i}")([y, known])
        x = layers.Add(name=f"add_{i}")(
            [x, dense(units, dense(units, y, activation="silu", name=f"up_{i}"), name=f"down_{i}")]
        )
    out = dense(image.shape[-1], x, name="velocity")  # (b, 64)
    stacked = layers.Lambda(lambda both: ops.stack(both, axis=1), name="both")([out, v])  # (b, 2, 64)
    return keras.Model({"image": image, "label": label}, stacked, name="v_prediction")
