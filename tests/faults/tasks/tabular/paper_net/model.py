"""YOURS. What learns: a multilayer perceptron. Shapes: b batch."""

import keras
from keras import layers


def mlp(inputs, targets, initializer, units, dropout, penalty):
    readings = keras.Input(inputs.shape, dtype=inputs.dtype, name="readings")  # (b, 20)
    x = readings
    for number, width in enumerate(units):
        x = layers.Dense(
            width,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            kernel_regularizer=keras.regularizers.L2(penalty),
            name=f"hidden{number}",
        )(x)
        x = layers.ReLU(name=f"relu{number}")(x)
        x = layers.Dropout(dropout, name=f"dropout{number}")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=keras.initializers.GlorotUniform(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)
    return keras.Model(readings, logits, name="mlp")


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression."""
    readings = keras.Input(inputs.shape, dtype=inputs.dtype, name="readings")
    return keras.Model(readings, layers.Dense(targets.classes, name="logits")(readings), name="linear")
