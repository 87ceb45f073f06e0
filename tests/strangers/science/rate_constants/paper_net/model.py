"""YOURS. What learns. b batch."""

import math

import keras
from keras import layers

GAS = 8.314e-3  # kJ / (mol K)


def network(inputs, targets, initializer, units):
    """Descriptors (b, 6) and a temperature (b, 1) to log10 of the rate constant (b, 1)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    x = dense(units, given["descriptors"], activation="selu", name="hidden_0")
    x = dense(units, x, activation="selu", name="hidden_1")
    factor, energy = dense(1, x, name="factor"), dense(1, x, name="energy")  # (b, 1) each
    rate = Arrhenius(name="rate")(factor, energy, given["temperature"])
    return keras.Model(given, rate, name="rate_constants")


class Arrhenius(layers.Layer):
    """log10 A - Ea / (ln 10 R T); the two raw outputs are in units of 3 decades about 10, and of 20 kJ/mol about 70.

    About the middle temperature 340 K, so that a change of Ea alone does not shift the law.
    """

    def call(self, factor, energy, temperature):
        energy = 70 + 20 * energy
        middle = 70 / (math.log(10) * GAS * 340)
        return 10 - middle + 3 * factor - energy / (math.log(10) * GAS) * (1 / temperature - 1 / 340)
