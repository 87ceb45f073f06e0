"""YOURS. A rate, which is positive.

Shapes: b batch, f features.
"""

import keras
from keras import layers


def rate(inputs, targets, initializer, units, activation):
    """Two hidden layers; the output is a rate through exp or softplus."""
    features = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")
    x = features
    for name, width, between in (("hidden1", units, "tanh"), ("hidden2", units, "tanh"), ("rate", 1, activation)):
        x = layers.Dense(
            width,
            activation=between,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return keras.Model(features, x, name="rate")  # (b, 1)
