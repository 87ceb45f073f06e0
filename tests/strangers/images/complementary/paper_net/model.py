import keras
from keras import layers


def network(inputs, targets, initializer, units, classes):
    """A convolution and a hidden layer, from an image to logits."""

    def begun(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs.shape, name="image")
    x = layers.Conv2D(16, 3, padding="same", activation="relu", **begun(9))(image)  # (b, 8, 8, 16)
    x = layers.MaxPooling2D()(x)  # (b, 4, 4, 16)
    x = layers.Flatten()(x)
    x = layers.Dense(units, activation="relu", **begun(256))(x)
    x = layers.Dropout(0.5)(x)
    return keras.Model(image, layers.Dense(classes, name="logits", **begun(units))(x))  # (b, 10)
