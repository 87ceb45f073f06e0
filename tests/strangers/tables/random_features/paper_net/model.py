import math

import keras
from keras import layers, ops


def features(x):
    """sqrt(2 / D) cos(x), of D projections: Rahimi & Recht 2007, Algorithm 1."""
    return math.sqrt(2 / x.shape[-1]) * ops.cos(x)


def network(inputs, targets, initializer, units, width):
    """A linear fit of random cosines, which are drawn once and, as the paper means it, not learnt."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = layers.Dense(
        units,
        activation=features,
        kernel_initializer=keras.initializers.RandomNormal(stddev=1 / width),
        bias_initializer=keras.initializers.RandomUniform(0.0, 2 * math.pi),
        trainable=False,
        name="cosines",
    )(image)
    x = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="fit",
    )(x)
    return keras.Model(image, x, name="random_features")  # (b, 10)
