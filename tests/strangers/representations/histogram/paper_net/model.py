import keras
from keras import layers


def network(inputs, targets, initializer, units, width):
    """A perceptron that ends on the unit sphere."""
    image = keras.Input(inputs.shape, name="image")  # (b, 64)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=image.shape[-1]),
        name="hidden",
    )(image)  # (b, 128)
    x = layers.Dense(
        width,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="embedding",
    )(x)  # (b, 16)
    return keras.Model(image, layers.UnitNormalization(name="sphere")(x), name="histogram")
