import keras
from keras import layers


def network(inputs, targets, initializer):
    """Convolutions, half the resolution, a wider look, and a density by softplus."""

    def convolution(x, units, size, name, activation="relu", **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        return layers.Conv2D(
            units,
            size,
            padding="same",
            activation=activation,
            kernel_initializer=kernel,
            bias_initializer=bias,
            name=name,
            **options,
        )(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 32, 32, 1)
    x = convolution(image, 12, 3, "fine")
    x = layers.MaxPooling2D(name="half")(x)  # (b, 16, 16, 12)
    x = convolution(x, 24, 3, "middle")
    x = convolution(x, 24, 3, "wide", dilation_rate=2)
    x = convolution(x, 1, 1, "density", activation="softplus")  # (b, 16, 16, 1)
    return keras.Model(image, layers.Reshape(targets.shape, name="map")(x), name="counter")  # (b, 16, 16)
