"""YOURS. What learns: a GRU that ends with a side. Shapes: b batch, t steps."""

import keras
from keras import layers


def listener(inputs, targets, initializer, units):
    """The last state, and a number whose sign is the answer, as the hinge loss wants it."""
    tone = keras.Input(inputs.shape, dtype=inputs.dtype, name="tone")  # (b, t, 1)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), recurrent_initializer="orthogonal", name="gru")(
        tone
    )  # (b, units)
    side = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="side"
    )(x)  # (b, 1)
    return keras.Model(tone, side, name="listener")
