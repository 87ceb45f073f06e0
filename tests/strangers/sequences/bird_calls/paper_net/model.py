import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, dropout):
    """Waveform → spectrogram → two convolutions over time and pitch → logits."""
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, samples)
    x = LogSpectrogram(128, 48, name="spectrogram")(wave)  # (b, t, f, 1)
    for i, width in enumerate([units // 2, units]):
        x = layers.Conv2D(
            width,
            (3, 5),
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=15 * x.shape[-1]),
            name=f"convolution_{i}",
        )(x)
        x = layers.MaxPooling2D((1, 2) if i == 0 else (2, 3), name=f"pool_{i}")(x)
    x = layers.Flatten(name="flat")(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(wave, x, name="bird_calls")


class LogSpectrogram(layers.Layer):
    """ln(1 + |short-time Fourier transform|), of frames of `length` samples every `step`."""

    def __init__(self, length, step, **options):
        super().__init__(**options)
        self.length, self.step = length, step

    def call(self, wave):
        real, imaginary = ops.stft(wave, self.length, self.step, self.length, center=False)  # (b, t, f)
        power = ops.square(real) + ops.square(imaginary)
        return ops.expand_dims(ops.log1p(ops.sqrt(power + 1e-6)), -1)
