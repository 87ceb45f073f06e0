"""YOURS. What learns: one encoder for both images of a pair, and the distance of the two codes.

Shapes: b batch, d size of the code.
"""

import keras
from keras import layers, ops


def siamese(inputs, targets, initializer, filters, code):
    """A twin network; Hadsell, Chopra & LeCun 2006.

    Args:
        filters: of the first convolution; the second has twice as many.
        code: size of the code.
    """
    left = keras.Input(inputs["left"].shape, dtype=inputs["left"].dtype, name="left")  # (b, 8, 8)
    right = keras.Input(inputs["right"].shape, dtype=inputs["right"].dtype, name="right")  # (b, 8, 8)
    encode = encoder(inputs["left"].shape, filters, code, initializer)  # one, with one set of weights
    distance = Distance(name="distance")([encode(left), encode(right)])  # (b, 1)
    return keras.Model({"left": left, "right": right}, distance, name="siamese")


def encoder(shape, filters, code, initializer):
    image = keras.Input(shape, name="image")
    x = layers.Reshape((*shape, 1), name="channel")(image)  # (b, 8, 8, 1)
    x = convolution(x, filters, initializer, "conv1")  # (b, 4, 4, filters)
    x = convolution(x, 2 * filters, initializer, "conv2")  # (b, 2, 2, 2 * filters)
    x = layers.Flatten(name="flatten")(x)  # (b, 8 * filters)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(code, kernel_initializer=kernel, bias_initializer=bias, name="code")(x)  # (b, d)
    return keras.Model(image, x, name="encoder")


def convolution(x, filters, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
    x = layers.Conv2D(filters, 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    x = layers.ReLU(name=f"{name}_relu")(x)
    return layers.MaxPooling2D(2, name=f"{name}_pool")(x)  # (b, h / 2, w / 2, filters)


class Distance(layers.Layer):
    """Euclidean distance; the small number keeps the root's gradient finite where two codes are equal."""

    def call(self, codes):
        left, right = codes
        return ops.sqrt(ops.sum(ops.square(left - right), axis=-1, keepdims=True) + 1e-9)

    def compute_output_shape(self, shapes):
        return (shapes[0][0], 1)
