import math

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, units, depth, omega):
    """A SIREN: place → sines of sines → pressure.

    Source: Sitzmann et al. 2020, Implicit Neural Representations with Periodic Activation Functions, Section 3.2.
    """
    place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")
    x = Sine(units, omega, limit=1 / inputs.shape[0], name="sine_0")(place)  # (b, units)
    for i in range(1, depth):
        x = Sine(units, omega, limit=math.sqrt(6 / units) / omega, name=f"sine_{i}")(x)
    limit = math.sqrt(6 / units) / omega
    last = layers.Dense(targets.shape[0], kernel_initializer=initializers.RandomUniform(-limit, limit), name="pressure")
    return keras.Model(place, last(x), name="siren")  # (b, 1)


class Sine(layers.Layer):
    """sin(omega (W x + b)), with W uniform within the limit."""

    def __init__(self, units, omega, limit, **options):
        super().__init__(**options)
        self.omega = omega
        kernel = initializers.RandomUniform(-limit, limit)
        self.dense = layers.Dense(units, kernel_initializer=kernel, bias_initializer=kernel.clone())

    def build(self, shape):
        self.dense.build(shape)

    def call(self, x):
        return ops.sin(self.omega * self.dense(x))
