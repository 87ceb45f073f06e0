import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """Three convolutions, and a hidden layer over what is left of the photo."""

    def begun(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs.shape, name="photo")  # (b, 16, 16, 3)
    x = layers.Conv2D(width, 5, padding="same", activation="relu", **begun(75))(image)  # (b, 16, 16, width)
    x = layers.MaxPooling2D()(x)  # (b, 8, 8, width)
    x = layers.Conv2D(2 * width, 3, padding="same", activation="relu", **begun(9 * width))(x)  # (b, 8, 8, 2 width)
    x = layers.MaxPooling2D()(x)  # (b, 4, 4, 2 width)
    x = layers.Conv2D(2 * width, 3, activation="relu", **begun(18 * width))(x)  # (b, 2, 2, 2 width)
    x = layers.Flatten()(x)
    x = layers.Dense(32, activation="relu", **begun(8 * width))(x)
    return keras.Model(image, layers.Dense(targets.classes, name="species", **begun(32))(x))  # (b, 4)
