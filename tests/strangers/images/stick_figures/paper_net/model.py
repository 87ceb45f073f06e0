import math

import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Strided convolutions with layer normalization, and one place in the picture for every joint."""

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 32, 32, 1)
    for i, width in enumerate(filters):
        fan_in = 9 * x.shape[-1]
        x = layers.Conv2D(width, 3, strides=2, padding="same", name=f"conv_{i}", **start(fan_in))(x)
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
    x = layers.Flatten(name="flatten")(x)  # (b, 16 * filters[-1])
    x = layers.Dense(units, activation="gelu", name="hidden", **start(x.shape[-1]))(x)
    x = layers.Dense(math.prod(targets.shape), activation="sigmoid", name="places", **start(units))(x)
    return keras.Model(image, layers.Reshape(targets.shape, name="joints")(x), name="stick_figures")  # (b, 5, 2)
