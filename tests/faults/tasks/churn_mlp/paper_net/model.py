"""YOURS. What learns: a multilayer perceptron for a yes or no. Shapes: b batch."""

import keras
from keras import layers


def mlp(inputs, targets, initializer, widths, dropout):
    """Hidden layers of these widths, and the probability of yes."""
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")  # (b, 6)
    x = row
    for number, width in enumerate(widths, 1):
        x = dense(x, width, initializer, f"hidden{number}", activation="relu")  # (b, width)
        x = layers.Dropout(dropout, name=f"dropout{number}")(x)
    probability = dense(x, 1, initializer, "probability", activation="sigmoid")  # (b, 1)
    return keras.Model(row, probability, name="mlp")


def dense(x, units, initializer, name, **more):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **more)(x)
