"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, lags, units):
    """Where the sound comes from: how each pair of microphones correlates, then a small network."""

    def dense(x, width, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    recording = keras.Input(inputs.shape, dtype=inputs.dtype, name="recording")  # (b, t, 4)
    x = PhaseTransform(lags, name="correlations")(recording)  # (b, 6, 2 lags + 1)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dropout(0.1, name="dropout")(dense(x, units, "hidden_0", "elu"))
    x = dense(x, units, "hidden_1", "elu")
    direction = layers.UnitNormalization(name="direction")(dense(x, targets.shape[-1], "vector"))
    return keras.Model(recording, direction, name="arrival")  # (b, 2)


class PhaseTransform(layers.Layer):
    """Generalised cross-correlation of each pair of channels, whitened: the smaller lags of both signs."""

    def __init__(self, lags, **options):
        super().__init__(**options)
        self.lags = lags

    def call(self, x):
        t, channels = x.shape[1], x.shape[2]
        real, imaginary = ops.rfft(ops.transpose(x, (0, 2, 1)), fft_length=2 * t)  # (b, channels, frequencies)
        size = ops.sqrt(real**2 + imaginary**2) + 1e-3
        real, imaginary = real / size, imaginary / size
        found = []
        for i in range(channels):
            for j in range(i):
                cross = real[:, i] * real[:, j] + imaginary[:, i] * imaginary[:, j]
                quadrature = imaginary[:, i] * real[:, j] - real[:, i] * imaginary[:, j]
                by_lag = ops.irfft((cross, quadrature), fft_length=2 * t)  # (b, 2 t)
                found.append(ops.concatenate([by_lag[:, -self.lags :], by_lag[:, : self.lags + 1]], axis=-1))
        return 10 * ops.stack(found, axis=1)
