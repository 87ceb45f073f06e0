"""YOURS. What learns: sines of sines, Sitzmann et al. 2020; they need a start of their own. Shapes: b batch."""

import keras
from keras import layers, ops


def siren(inputs, targets, initializer, width, depth, omega):
    """`initializer` is not asked: what section 3.2 says of the weights is part of the network."""
    place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")  # (b, 2)
    x = place
    for i in range(depth):
        fan_in = x.shape[-1]
        bound = 1 / fan_in if i == 0 else (6 / fan_in) ** 0.5 / omega
        start = keras.initializers.RandomUniform(-bound, bound)
        x = layers.Dense(width, kernel_initializer=start, bias_initializer=start.clone(), name=f"sine{i}")(x)
        x = ops.sin(omega * x)
    bound = (6 / width) ** 0.5 / omega
    colour = layers.Dense(3, kernel_initializer=keras.initializers.RandomUniform(-bound, bound), name="colour")(x)
    return keras.Model(place, colour, name="siren")  # (b, 3)
