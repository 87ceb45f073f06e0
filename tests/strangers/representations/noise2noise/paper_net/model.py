"""YOURS. What learns. Shapes: b batch, s pixels a side."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Down once, up once, with a connection across."""

    def convolution(width, x, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, "name": name, **options}
        return layers.Conv2D(width, 3, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, s, s, 1)
    across = convolution(filters, image, "first", activation="leaky_relu")  # (b, s, s, f)
    x = layers.AveragePooling2D(2, name="down")(across)  # (b, s/2, s/2, f)
    x = convolution(2 * filters, x, "low", activation="leaky_relu")
    x = layers.UpSampling2D(2, name="up")(x)  # (b, s, s, 2 f)
    x = layers.Concatenate(name="across")([x, across])
    x = convolution(filters, x, "high", activation="leaky_relu")
    return keras.Model(image, convolution(inputs.shape[-1], x, "clean"), name="noise2noise")  # (b, s, s, 1)
