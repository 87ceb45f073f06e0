import keras
from keras import layers


def network(inputs, targets, initializer, units, classes):
    """A perceptron with one hidden layer; one score a class."""
    image = keras.Input(inputs.shape, name="image")  # (b, 40)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=image.shape[-1]),
        name="hidden",
    )(image)  # (b, 50)
    scores = layers.Dense(
        classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="scores",
    )(x)  # (b, 5)
    return keras.Model(image, scores, name="complementary")
