import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Three convolutions, two poolings, one logit."""
    image = keras.Input(inputs.shape, name="image")
    x = image
    for units in (filters, 2 * filters, 2 * filters):
        x = layers.Conv2D(
            units,
            3,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        )(x)
        x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)  # (b, 2 * 2 * 2 f)
    logit = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="sprouts",
    )(x)
    return keras.Model(image, logit, name="convnet")
