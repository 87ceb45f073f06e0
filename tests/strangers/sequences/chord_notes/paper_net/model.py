"""What learns, from a spectrogram that the network computes itself.

Shapes: b batch, n samples, t frames, f frequencies.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, frame, hop, units):
    """From a waveform (b, n) to the probability of each note (b, 12)."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")
    x = LogSpectrogram(frame, hop, name="spectrogram")(wave)  # (b, t, f)
    x = layers.BatchNormalization(name="norm")(x)
    x = dense(x, units, activation="relu", name="hidden")  # (b, t, units)
    x = layers.GlobalAveragePooling1D(name="pool")(x)  # (b, units)
    return keras.Model(wave, dense(x, targets.shape[0], activation="sigmoid", name="notes"), name="chords")


class LogSpectrogram(layers.Layer):
    """log(magnitude + 0.1) of the short-time Fourier transform, Hann window, no padding."""

    def __init__(self, frame, hop, **options):
        super().__init__(**options)
        self.frame, self.hop = frame, hop

    def call(self, wave):
        real, imaginary = ops.stft(wave, self.frame, self.hop, self.frame, center=False)
        return ops.log(ops.sqrt(real**2 + imaginary**2 + 1e-6) + 0.1)
