"""YOURS. What learns: a denoiser of points. Shapes: b batch."""

import keras
from keras import layers, ops


class Denoiser(keras.Model):
    """Is given noisy points, with new noise in each step, in training and in validation."""

    def __init__(self, *args, sigma=0.3, **kwargs):
        super().__init__(*args, **kwargs)
        self.sigma = sigma
        self.noise_seed = keras.random.SeedGenerator(99)

    def noisy(self, points):
        return points + self.sigma * keras.random.normal(ops.shape(points), seed=self.noise_seed)

    def train_step(self, data):
        points, clean, _ = keras.utils.unpack_x_y_sample_weight(data)
        return super().train_step((self.noisy(points), clean))

    def test_step(self, data):
        points, clean, _ = keras.utils.unpack_x_y_sample_weight(data)
        return super().test_step((self.noisy(points), clean))


def denoiser(inputs, targets, initializer, width, sigma):
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    x = layers.Activation("softplus", name="softplus1")(dense(point, width, initializer, "hidden1"))
    x = layers.Activation("softplus", name="softplus2")(dense(x, width, initializer, "hidden2"))
    x = layers.Activation("softplus", name="softplus3")(dense(x, width, initializer, "hidden3"))
    return Denoiser(point, point + dense(x, 2, initializer, "step"), sigma=sigma, name="denoiser")  # (b, 2)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
