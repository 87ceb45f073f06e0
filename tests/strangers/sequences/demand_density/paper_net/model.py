"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def forecast(inputs, targets, initializer, units):
    """The last day through a GRU; mean and log of the deviation of the next hour."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(signal)  # (b, units)
    x = layers.Dense(units, "tanh", kernel_initializer=initializer.kernel(), name="hidden")(x)
    x = layers.Dense(2 * targets.shape[0], kernel_initializer=initializer.kernel(), name="mean_and_width")(x)
    return keras.Model(signal, x, name="forecast")  # (b, 2)
