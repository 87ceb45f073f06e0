import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Three convolutions with strides, a hidden layer, and the level."""
    image = keras.Input(inputs.shape, name="image")
    x = layers.Rescaling(2.0, offset=-1.0)(image)
    for units in (filters, 2 * filters, 2 * filters):
        x = layers.Conv2D(
            units,
            3,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        )(x)
    x = layers.Flatten()(x)  # (b, 3 * 2 * 2 f)
    for units, activation in ((32, "relu"), (1, None)):
        x = layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        )(x)
    return keras.Model(image, x, name="level")
