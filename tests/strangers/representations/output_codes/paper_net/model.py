import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A perceptron with one hidden layer, and a unit for each bit of a code word."""
    image = keras.Input(inputs.shape, name="image")  # (b, 64)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=image.shape[-1]),
        name="hidden",
    )(image)  # (b, 40)
    bits = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="bits",
    )(x)  # (b, 15)
    return keras.Model(image, bits, name="output_codes")
