import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, first, second):
    """Modulus of wavelets, twice, averaged over time; a linear layer on the logarithms. The wavelets are not trained."""
    signal = keras.Input(inputs.shape, name="signal")  # (b, t, 1)
    once = modulus(signal, first, 33, "first")  # (b, t, first)
    slow = layers.AveragePooling1D(4, name="slow")(once)  # (b, t / 4, first)
    twice = modulus(slow, second, 33, "second")  # (b, t / 4, first * second)
    means = [layers.GlobalAveragePooling1D(name=f"mean_{i}")(x) for i, x in enumerate((once, twice))]
    x = layers.Concatenate(name="scattering")(means)  # (b, first * (1 + second))
    x = layers.Lambda(lambda s: ops.log(s + 1e-3) + 3, name="logarithm")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(signal, logits, name="scattering")


def modulus(x, frequencies, width, name):
    """|x * ψ| for each channel and wavelet, the real and the imaginary part by a frozen convolution each."""
    parts = []
    for part in (np.real, np.imag):
        kernel = np.repeat(
            part(wavelets(frequencies, width))[:, None], x.shape[-1], axis=1
        )  # (width, channels, wavelets)
        fixed = keras.initializers.Constant(kernel.astype("float32"))
        parts.append(
            layers.DepthwiseConv1D(
                width,
                depth_multiplier=len(frequencies),
                padding="same",
                use_bias=False,
                depthwise_initializer=fixed,
                trainable=False,
                name=f"{name}_{part.__name__}",
            )(x)
        )
    return layers.Lambda(lambda ri: ops.sqrt(ri[0] ** 2 + ri[1] ** 2 + 1e-12), name=f"{name}_modulus")(parts)


def wavelets(frequencies, width):
    """Gabor wavelets of mean 0, a column for each frequency in cycles a step: (width, wavelets)."""
    time = np.arange(width) - width // 2
    frequencies = np.asarray(frequencies)
    window = np.exp(-0.5 * (time[:, None] * frequencies * 2) ** 2)  # a deviation of half a cycle
    waves = window * np.exp(2j * np.pi * time[:, None] * frequencies)
    waves = waves - window * waves.sum(0) / window.sum(0)
    return waves / np.abs(waves).sum(0)
