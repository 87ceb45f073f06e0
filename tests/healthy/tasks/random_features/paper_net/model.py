"""YOURS. What learns: a linear classifier on random features of a Gaussian kernel; Rahimi & Recht 2008. Shapes: b batch."""

import math

import keras
from keras import layers, ops


def kitchen_sinks(inputs, targets, initializer, features, bandwidth):
    """The random directions stay as they are drawn, as the method says; only the linear layer learns."""
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    directions = layers.Dense(
        features,
        kernel_initializer=keras.initializers.RandomNormal(stddev=1 / bandwidth, seed=1),
        bias_initializer=keras.initializers.RandomUniform(0, 2 * math.pi, seed=2),
        trainable=False,
        name="directions",
    )
    x = math.sqrt(2 / features) * ops.cos(directions(point))  # (b, features)
    scores = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=features),
        name="scores",
    )(x)
    return keras.Model(point, scores, name="kitchen_sinks")  # (b, 3)
