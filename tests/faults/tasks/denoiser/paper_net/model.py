"""YOURS. A convolutional autoencoder with a sparse, quantized code. Shapes: b batch, c channels."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="paper_net")
class Quantize(layers.Layer):
    """Rounds a code to `levels` steps a unit; the gradient goes straight through. Bengio et al. 2013."""

    def __init__(self, levels, **kwargs):
        super().__init__(**kwargs)
        self.levels = levels

    def call(self, code):
        rounded = ops.round(self.levels * code) / self.levels
        return code + ops.stop_gradient(rounded - code)

    def get_config(self):
        return {**super().get_config(), "levels": self.levels}


def autoencoder(inputs, targets, initializer, filters, code, levels, sparsity):
    """Two convolutions of stride 2 down to a code, and two transposed ones up again."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 12, 12, 1)
    x = down(image, filters, initializer, "down1")  # (b, 6, 6, c)
    x = down(x, 2 * filters, initializer, "down2")  # (b, 3, 3, 2c)
    x = layers.Flatten(name="flatten")(x)  # (b, 18c)
    x = layers.Dense(
        code,
        activation="tanh",
        activity_regularizer=keras.regularizers.L1(sparsity),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="code",
    )(x)  # (b, code)
    x = Quantize(levels, name="quantize")(x)
    x = layers.Dense(
        18 * filters,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=code),
        name="expand",
    )(x)  # (b, 18c)
    x = layers.Reshape((3, 3, 2 * filters), name="map")(x)
    x = up(x, filters, "relu", initializer, "up1")  # (b, 6, 6, c)
    clean = up(x, targets.shape[-1], "sigmoid", initializer, "up2")  # (b, 12, 12, 1)
    return keras.Model(image, clean, name="autoencoder")


def down(x, filters, initializer, name):
    return layers.Conv2D(
        filters,
        3,
        strides=2,
        padding="same",
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)


def up(x, filters, activation, initializer, name):
    return layers.Conv2DTranspose(
        filters,
        4,
        strides=2,
        padding="same",
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=16 * x.shape[-1]),
        name=name,
    )(x)
