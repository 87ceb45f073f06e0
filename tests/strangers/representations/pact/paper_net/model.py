import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, filters, bits, alpha, decay):
    """Convolutions whose activations take 2**bits values between 0 and a learnt clipping level.

    Source: Choi et al. 2018, PACT: Parameterized Clipping Activation for Quantized Neural Networks, arXiv 1805.06085.
    """
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    for i, width in enumerate(filters):
        x = layers.Conv2D(
            width, 3, strides=2 if i else 1, padding="same", kernel_initializer=initializer.kernel(), use_bias=False,
            name=f"conv_{i}",
        )(x)  # fmt: skip
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = Pact(bits, alpha, decay, name=f"pact_{i}")(x)
    x = layers.GlobalAveragePooling2D(name="pool")(x)  # (b, filters[-1])
    logits = layers.Dense(
        targets.classes, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=filters[-1]),
        name="logits",
    )(x)  # fmt: skip
    return keras.Model(image, logits, name="pact")


class Pact(layers.Layer):
    """x -> clip(x, 0, alpha), rounded to 2**bits - 1 steps of alpha; alpha is learnt, with weight decay."""

    def __init__(self, bits, alpha, decay, **options):
        super().__init__(**options)
        self.steps, self.start, self.decay = 2**bits - 1, alpha, decay

    def build(self, shape):
        self.alpha = self.add_weight(
            shape=(), initializer=keras.initializers.Constant(self.start), regularizer=regularizers.L2(self.decay),
            name="alpha",
        )  # fmt: skip

    def call(self, x):
        return quantized(x, self.alpha, self.steps)


def quantized(x, alpha, steps):
    """Equations 1 and 2; the gradient passes through the rounding, and reaches alpha where x is above it."""
    clipped = 0.5 * (ops.abs(x) - ops.abs(x - alpha) + alpha)
    rounded = ops.round(clipped * steps / alpha) * alpha / steps
    return clipped + ops.stop_gradient(rounded - clipped)
