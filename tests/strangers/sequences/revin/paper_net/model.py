"""What learns: a forecaster between RevIN and its reverse.

Shapes: b batch, t steps of history, h steps ahead, c channels.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, reversible, units):
    """From the history (b, t, c) to what follows it (b, h, c)."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = history = keras.Input(inputs.shape, dtype=inputs.dtype, name="history")
    if reversible:
        revin = RevIN(name="revin")
        mean, std = Statistics(name="statistics")(x)  # (b, 1, c) each
        x = revin(x, mean, std)
    x = layers.Permute((2, 1), name="time_last")(x)  # (b, c, t)
    x = dense(x, units, activation="relu", name="hidden")
    x = dense(x, targets.shape[0], name="ahead")  # (b, c, h)
    x = layers.Permute((2, 1), name="channels_last")(x)  # (b, h, c)
    if reversible:
        x = revin(x, mean, std, reverse=True)
    return keras.Model(history, x, name="revin_forecaster")


class Statistics(layers.Layer):
    """Mean and deviation of each channel over a sample's own history."""

    def call(self, x):
        mean = ops.stop_gradient(ops.mean(x, axis=1, keepdims=True))
        variance = ops.stop_gradient(ops.var(x, axis=1, keepdims=True))
        return mean, ops.sqrt(variance + 1e-5)


class RevIN(layers.Layer):
    """x → gamma (x - mean) / std + beta, and back.

    Source: Kim et al. 2022, equations 2 and 3.
    """

    def build(self, shape, *_):
        self.gamma = self.add_weight(shape=(shape[-1],), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(shape[-1],), initializer="zeros", name="beta")

    def call(self, x, mean, std, reverse=False):
        if reverse:
            return (x - self.beta) / self.gamma * std + mean
        return (x - mean) / std * self.gamma + self.beta
