"""YOURS. What learns. Shapes: b batch, t positions, c channels."""

import keras
from keras import layers


def tcn(inputs, targets, initializer, channels, dilations):
    """Temporal convolutional network; Bai et al. 2018: residual blocks of dilated causal convolutions."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, t, 1)
    x = convolution(signal, channels, 1, 1, initializer, "stem")  # (b, t, c)
    for dilation in dilations:
        y = layers.LeakyReLU(0.1)(convolution(x, channels, 3, dilation, initializer, f"first{dilation}"))
        y = convolution(y, channels, 3, dilation, initializer, f"second{dilation}")
        x = layers.LeakyReLU(0.1)(layers.Add()([x, y]))
    last = x[:, -1]  # (b, c), which sees 1 + 2 * 2 * sum(dilations) positions
    bias = initializer.bias(fan_in=channels)
    ahead = layers.Dense(
        targets.shape[0], kernel_initializer=initializer.kernel(), bias_initializer=bias, name="ahead"
    )(last)
    return keras.Model(signal, ahead, name="tcn")  # (b, horizon)


def convolution(x, channels, size, dilation, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
    return layers.Conv1D(
        channels,
        size,
        padding="causal",
        dilation_rate=dilation,
        kernel_initializer=kernel,
        bias_initializer=bias,
        name=name,
    )(x)
