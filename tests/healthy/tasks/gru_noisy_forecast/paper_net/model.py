"""YOURS. A recurrent forecaster. Shapes: b batch, t positions, u units."""

import keras
from keras import layers


def forecaster(inputs, targets, initializer, units, dropped):
    window = keras.Input(inputs.shape, dtype=inputs.dtype, name="window")  # (b, 24, 1)
    x = layers.GRU(
        units,
        dropout=0.0,
        recurrent_dropout=dropped,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        name="gru",
    )(window)  # (b, u)
    y = layers.Dense(targets.shape[0], kernel_initializer=initializer.kernel(), name="next")(x)  # (b, 1)
    return keras.Model(window, y, name="forecaster")
