"""What learns. The paper's bidirectional LSTM is replaced by dilated convolutions, which see as far.

Shapes: b batch, t steps, c channels.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, dilations, noise):
    """From a signal (b, 52, 1) to logits of letters and blank for every second step (b, 26, classes)."""

    def conv(x, width, size, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
        return layers.Conv1D(width, size, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = layers.GaussianNoise(noise, name="noise")(signal)
    x = conv(x, units, 4, strides=2, padding="same", activation="relu", name="halve")  # (b, 26, units)
    for d in dilations:
        y = conv(x, units, 3, dilation_rate=d, padding="same", activation="relu", name=f"dilated_{d}")
        x = layers.Add(name=f"sum_{d}")([x, y])
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model(signal, conv(x, targets.classes, 1, name="letters"), name="ctc")  # (b, 26, classes)
