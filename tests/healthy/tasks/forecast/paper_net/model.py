"""YOURS. A temporal convolutional network (Bai et al. 2018): no output sees a later input."""

import keras
from keras import layers


def tcn(inputs, targets, initializer, filters, dilations, causal=True):
    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")
    x = layers.Dense(filters, kernel_initializer=initializer.kernel(), name="enter")(series)
    for dilation in dilations:
        y = x
        for index in range(2):
            y = layers.Conv1D(
                filters,
                3,
                padding="causal" if causal else "same",
                dilation_rate=dilation,
                activation="relu",
                kernel_initializer=initializer.kernel(),
                name=f"dilated{dilation}_{index}",
            )(y)
        x = layers.Add()([x, y])
    return keras.Model(series, layers.Dense(targets.shape[-1], kernel_initializer=initializer.kernel(), name="next")(x))
