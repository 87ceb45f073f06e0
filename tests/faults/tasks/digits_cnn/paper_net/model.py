"""YOURS. What learns: a small convolutional classifier of images. Shapes: b batch, h w height and width, c channels."""

import keras
from keras import layers


def classifier(inputs, targets, initializer, filters, width, dropout):
    """Two convolutions with batch normalization, then a hidden layer."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = block(image, filters, initializer, "block1")  # (b, 8, 8, f)
    x = block(x, 2 * filters, initializer, "block2")  # (b, 8, 8, 2 f)
    x = layers.MaxPooling2D(2, name="pool")(x)  # (b, 4, 4, 2 f)
    x = layers.Flatten(name="flatten")(x)  # (b, 32 f)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.ReLU(name="hidden_relu")(dense(x, width, initializer, "hidden"))  # (b, width)
    logits = dense(x, targets.classes, initializer, "logits")  # (b, 10)
    probabilities = layers.Softmax(axis=-1, name="probabilities")(logits)  # (b, 10)
    return keras.Model(image, probabilities, name="classifier")


def block(x, filters, initializer, name):
    x = layers.Conv2D(
        filters,
        3,
        padding="same",
        kernel_initializer=kernel(initializer),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)
    x = layers.BatchNormalization(name=f"{name}_norm")(x)
    return layers.ReLU(name=f"{name}_relu")(x)


def dense(x, units, initializer, name):
    bias = initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel(initializer), bias_initializer=bias, name=name)(x)


def kernel(initializer):
    return initializer.kernel()
