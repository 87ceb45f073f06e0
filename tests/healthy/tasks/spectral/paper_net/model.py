"""YOURS. What learns. Shapes: b batch, t frames, f frequencies."""

import keras
from keras import layers, ops


class LogSpectrogram(layers.Layer):
    """The log of the power in frames and frequencies, as an image."""

    def __init__(self, frame, hop, **kwargs):
        super().__init__(**kwargs)
        self.frame, self.hop = frame, hop

    def call(self, sound):
        real, imaginary = ops.stft(sound, self.frame, self.hop, self.frame, center=False)  # (b, t, f) each
        return ops.log(real**2 + imaginary**2 + 1.0)[..., None] - 2.0  # (b, t, f, 1)

    def compute_output_shape(self, shape):
        return (shape[0], (shape[1] - self.frame) // self.hop + 1, self.frame // 2 + 1, 1)


def spectral(inputs, targets, initializer, filters, frame, hop):
    """Separable convolutions on a spectrogram, and the average over what they found."""
    sound = keras.Input(inputs.shape, dtype=inputs.dtype, name="sound")  # (b, 512)
    x = LogSpectrogram(frame, hop, name="spectrogram")(sound)  # (b, 29, 33, 1)
    for number in (1, 2, 3):
        x = layers.SeparableConv2D(
            filters,
            5 if number == 1 else 3,
            strides=1 if number == 3 else 2,
            depth_multiplier=4 if number == 1 else 1,
            padding="same",
            use_bias=False,
            depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(),
            name=f"conv{number}",
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm{number}")(x)
        x = layers.Activation("swish", name=f"swish{number}")(x)  # (b, 8, 9, filters) at the end
    x = layers.GlobalAveragePooling2D(name="pool")(x)  # (b, filters)
    x = layers.Dropout(0.1, name="dropout")(x)
    return keras.Model(sound, dense(x, targets.classes, initializer, "logits"), name="spectral")  # (b, 4)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
