"""YOURS. What learns: LSTNet.

What the paper leaves open, and what is guessed:
    - how the convolution begins: filled up with zeros before the window

Shapes: b batch, t hours, c customers.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, kernel, recurrent, period, skip, highway, dropout):
    """Convolution, a GRU, a GRU that goes a day at a time, and an autoregression beside them all.

    Source: Lai et al. 2018, Section 3.
    """
    kernels = {"kernel_initializer": initializer.kernel()}
    loads = keras.Input(inputs.shape, dtype=inputs.dtype, name="loads")  # (b, t, c)
    x = layers.Conv1D(filters, kernel, padding="causal", activation="relu", name="convolution", **kernels)(loads)
    x = layers.Dropout(dropout, name="dropout")(x)  # (b, t, filters)
    last = layers.GRU(recurrent, name="recurrent")(x)  # (b, recurrent)
    skipped = SkipGRU(skip, period, name="skip")(x)  # (b, period * skip)
    both = layers.Concatenate(name="both")([last, skipped])
    both = layers.Dropout(dropout, name="both_dropout")(both)
    deep = layers.Dense(targets.shape[0], kernel_initializer=initializer.kernel(), name="deep")(both)  # (b, c)
    recent = layers.Permute((2, 1), name="recent")(loads[:, -highway:])  # (b, c, highway)
    linear = layers.Dense(1, kernel_initializer=initializer.kernel(), name="autoregression")(recent)
    linear = layers.Reshape(targets.shape, name="linear")(linear)  # (b, c)
    return keras.Model(loads, layers.Add(name="forecast")([deep, linear]), name="lstnet")


class SkipGRU(layers.Layer):
    """A GRU from each hour to the same hour of the next day; its last states, one for each hour of the day."""

    def __init__(self, units, period, **options):
        super().__init__(**options)
        self.period = period
        self.gru = layers.GRU(units)

    def call(self, x):
        days, width = x.shape[1] // self.period, x.shape[2]
        x = x[:, -days * self.period :]
        x = ops.reshape(x, (-1, days, self.period, width))
        x = ops.transpose(x, (0, 2, 1, 3))  # (b, period, days, width)
        x = ops.reshape(x, (-1, days, width))
        return ops.reshape(self.gru(x), (-1, self.period * self.gru.units))
