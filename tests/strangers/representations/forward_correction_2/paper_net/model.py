"""YOURS. What learns. Shapes: b batch."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Two hidden layers with relu and dropout; logits of the *true* class, the noise is the loss's."""
    x = pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, 64)
    for i in range(2):
        x = dense(x, units, initializer, activation="relu", name=f"hidden_{i}")  # (b, units)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(pixels, dense(x, targets.classes, initializer, name="logits"), name="forward")  # (b, 10)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
