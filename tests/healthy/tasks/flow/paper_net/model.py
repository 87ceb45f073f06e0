"""A normalizing flow of affine couplings: Dinh et al. 2017, Density estimation using Real NVP."""

import math

import keras
from keras import layers, ops


def flow(inputs, targets, initializer, couplings, units):
    z = x = keras.Input(inputs.shape)
    volumes = []
    for number in range(couplings):
        z, volume = Coupling(number % 2, units, initializer)(z)
        volumes.append(volume)
    return keras.Model(x, Density()([z, *volumes]))


class Coupling(layers.Layer):
    """Scales and shifts one coordinate by what the other says; answers the points and log |det| of the Jacobian."""

    def __init__(self, kept, units, initializer):
        super().__init__()
        self.kept = kept
        self.hidden = layers.Dense(units, "tanh", kernel_initializer=initializer.kernel())
        self.scale_and_shift = layers.Dense(2, kernel_initializer=initializer.kernel())

    def call(self, x):
        coordinates = ops.split(x, 2, axis=-1)
        kept, moved = coordinates[self.kept], coordinates[1 - self.kept]
        log_scale, shift = ops.split(self.scale_and_shift(self.hidden(kept)), 2, axis=-1)
        log_scale = 2 * ops.tanh(log_scale / 2)
        moved = moved * ops.exp(log_scale) + shift
        pair = [kept, moved] if self.kept == 0 else [moved, kept]
        return ops.concatenate(pair, axis=-1), log_scale[:, 0]


class Density(layers.Layer):
    """log p(x): of a standard normal at the point that x came to, and of how much space was squeezed."""

    def call(self, parts):
        z, *volumes = parts
        return -0.5 * ops.sum(z**2, axis=-1) - math.log(2 * math.pi) + sum(volumes)
