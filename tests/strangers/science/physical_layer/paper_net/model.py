import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, uses, decibels):
    """Transmitter → channel with white noise → receiver: an autoencoder of messages.

    Args:
        uses: of the channel, for one message (the paper's n).
        decibels: Eb/N0.

    Source: O'Shea and Hoydis 2017, An Introduction to Deep Learning for the Physical Layer, Section III-A.
    """
    rate = math.log2(inputs.classes) / uses  # bits a channel use
    message = keras.Input(inputs.shape, dtype=inputs.dtype, name="message")
    x = ops.one_hot(message, inputs.classes, dtype="float32")  # (b, messages)
    x = dense(x, inputs.classes, initializer, activation="relu", name="transmitter")
    x = dense(x, uses, initializer, name="symbols")  # (b, uses)
    x = layers.Lambda(of_energy, name="energy")(x)
    x = Channel(noise_deviation(decibels, rate), name="channel")(x)
    x = dense(x, inputs.classes, initializer, activation="relu", name="receiver")
    return keras.Model(message, dense(x, targets.classes, initializer, name="logits"), name="physical_layer")


class Channel(layers.Layer):
    """White noise, in training and in use."""

    def __init__(self, deviation, **options):
        super().__init__(**options)
        self.deviation, self.seed = deviation, keras.random.SeedGenerator(0)

    def call(self, x):
        return x + keras.random.normal(ops.shape(x), stddev=self.deviation, seed=self.seed)


def of_energy(x):
    """Symbols of the energy n in all, one a channel use."""
    return math.sqrt(x.shape[-1]) * x / ops.sqrt(ops.sum(x**2, axis=-1, keepdims=True) + 1e-9)


def noise_deviation(decibels, rate):
    """The variance is 1 / (2 R Eb/N0)."""
    return 1 / math.sqrt(2 * rate * 10 ** (decibels / 10))


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
