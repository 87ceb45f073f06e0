import keras
import numpy as np
from keras import layers, ops


def gabor(size, angle, frequency, width):
    """A wavelet's real and imaginary part, (size, size, 2), without a mean."""
    rows, columns = np.mgrid[:size, :size] - (size - 1) / 2
    envelope = np.exp(-(rows**2 + columns**2) / (2 * width**2))
    envelope /= envelope.sum()
    wave = np.exp(1j * frequency * (columns * np.cos(angle) + rows * np.sin(angle)))
    wave -= (wave * envelope).sum()
    return np.stack([(envelope * wave).real, (envelope * wave).imag], axis=-1)


@keras.saving.register_keras_serializable("scatter")
class Modulus(layers.Layer):
    """|x * psi| of each channel with each of the wavelets, which are given and never learnt."""

    def __init__(self, angles, frequency, size=5, **kwargs):
        super().__init__(trainable=False, **kwargs)
        self.angles, self.frequency, self.size = angles, frequency, size

    def build(self, shape):
        bank = np.stack([gabor(self.size, np.pi * k / self.angles, self.frequency, 1.2) for k in range(self.angles)], 2)
        bank = bank.reshape(self.size, self.size, 1, -1).astype("float32")  # (size, size, 1, angles * 2)
        self.bank = self.add_weight(
            shape=(self.size, self.size, shape[-1], bank.shape[-1]),
            initializer=lambda shape, dtype=None: ops.convert_to_tensor(np.broadcast_to(bank, shape), dtype),
            trainable=False,
            name="bank",
        )

    def call(self, x):
        height, width, channels = x.shape[1:]
        x = ops.depthwise_conv(x, self.bank, padding="same")  # (b, h, w, c * angles * 2)
        x = ops.reshape(x, (-1, height, width, channels * self.angles, 2))
        return ops.sqrt(ops.sum(x**2, axis=-1) + 1e-6)  # (b, h, w, c * angles)

    def get_config(self):
        return super().get_config() | {"angles": self.angles, "frequency": self.frequency, "size": self.size}


def network(inputs, targets, initializer, angles):
    """Wavelet scattering of two orders, averaged over small squares, and a linear classifier; Bruna & Mallat 2013."""
    image = keras.Input(inputs.shape, name="image")  # (b, 8, 8, 1)
    first = Modulus(angles, 1.8, name="first")(image)  # (b, 8, 8, angles)
    second = Modulus(angles, 0.9, name="second")(first)  # (b, 8, 8, angles²)
    x = layers.Concatenate()([image, first, second])  # (b, 8, 8, 1 + angles + angles²)
    x = layers.AveragePooling2D(2)(x)  # (b, 4, 4, 1 + angles + angles²)
    x = layers.BatchNormalization(center=False, scale=False, momentum=0.9, name="scales")(layers.Flatten()(x))
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(image, logits)  # (b, 10)
