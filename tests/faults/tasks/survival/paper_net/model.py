"""YOURS. What learns: a GRU that reads a window, and the hazard of each interval to come.

Shapes: b batch, t cycles.
"""

import keras
from keras import layers


def hazards(inputs, targets, initializer, units, intervals):
    """Logits of the hazards, from the state after the last cycle."""
    readings = keras.Input(inputs.shape, dtype=inputs.dtype, name="readings")  # (b, 16, 5)
    states = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer="orthogonal",
        name="gru",
    )(readings)  # (b, 16, units)
    now = states[:, -1]  # (b, units)
    x = layers.Dense(
        intervals,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="hazards",
    )(now)
    return keras.Model(readings, x, name="hazards")  # (b, 8)
