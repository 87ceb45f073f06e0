import math

import keras
from keras import layers


def network(inputs, targets, initializer, channels, units, size):
    """Convolutions, each halved by a maximum, and places read off a fully connected layer, as CNN-6 of the paper."""
    image = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="face")  # (b, 24, 24, 1)
    for i, width in enumerate(channels):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "activation": "relu"}
        x = layers.Conv2D(width, 3, padding="same", name=f"conv_{i}", **options)(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)
    x = layers.Flatten(name="flatten")(x)  # (b, 3 * 3 * channels)
    for name, width, activation in (("hidden", units, "relu"), ("places", math.prod(targets.shape), None)):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    x = layers.Reshape(targets.shape, name="landmarks")(x)  # (b, 5, 2)
    x = layers.Rescaling(size / 4, offset=size / 2, name="pixels")(x)  # from the middle of the image
    return keras.Model(image, x, name="cnn6")
