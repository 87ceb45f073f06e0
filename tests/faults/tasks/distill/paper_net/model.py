"""YOURS. What learns: the student.

Shapes: b batch.
"""

import keras
from keras import layers


def student(inputs, targets, initializer, width):
    """One hidden layer; targets are the label and the teacher's logits, so one output fewer than they have values."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = layers.ReLU(name="hidden_relu")(dense(image, width, initializer, "hidden"))  # (b, width)
    return keras.Model(image, dense(x, targets.shape[0] - 1, initializer, "logits"), name="student")  # (b, 10)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
