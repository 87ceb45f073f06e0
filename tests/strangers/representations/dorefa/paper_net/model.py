"""A convolutional network with low bitwidth weights and activations (Zhou et al. 2016)."""

import keras
from keras import layers, ops


def quantize(x, bits):
    """Values in 0 … 1 to the nearest of 2**bits levels; the gradient passes straight through. Equation 5."""
    x = ops.convert_to_tensor(x)
    steps = 2**bits - 1
    return x + ops.stop_gradient(ops.round(x * steps) / steps - x)


def quantized_weights(w, bits):
    """2 quantize(tanh w / (2 max |tanh w|) + 1/2) - 1. Equation 9."""
    t = ops.tanh(ops.convert_to_tensor(w))
    return 2 * quantize(t / (2 * ops.max(ops.abs(t))) + 0.5, bits) - 1


class QuantizedConv(layers.Conv2D):
    """A convolution whose weights are quantized in the forward pass."""

    def __init__(self, filters, size, bits, **options):
        super().__init__(filters, size, use_bias=False, padding="same", **options)
        self.bits = bits

    def call(self, x):
        kernel = quantized_weights(self.kernel, self.bits)
        return ops.conv(x, kernel, strides=self.strides, padding="same")


class QuantizedActivation(layers.Layer):
    """clip(x, 0, 1), quantized."""

    def __init__(self, bits, **options):
        super().__init__(**options)
        self.bits = bits

    def call(self, x):
        return quantize(ops.clip(x, 0, 1), self.bits)


def network(inputs, targets, initializer, weight_bits, activation_bits, width):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Conv2D(width, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name="first")(
        image
    )
    x = layers.BatchNormalization(name="first_norm")(x)
    x = QuantizedActivation(activation_bits, name="first_bits")(x)  # (b, 8, 8, width)
    for i in range(2):
        x = QuantizedConv(width, 3, weight_bits, kernel_initializer=initializer.kernel(), name=f"conv_{i}")(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = QuantizedActivation(activation_bits, name=f"bits_{i}")(x)  # (b, 4, 4, width), (b, 2, 2, width)
    x = layers.Flatten(name="flat")(x)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(image, x, name="dorefa")  # (b, classes)
