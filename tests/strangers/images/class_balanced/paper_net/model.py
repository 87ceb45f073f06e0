import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Two convolutions and a layer of logits."""
    image = keras.Input(inputs.shape, name="image")
    x = image
    for units in (filters, 2 * filters):
        x = layers.Conv2D(
            units,
            3,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        )(x)
    x = layers.Flatten()(layers.MaxPooling2D()(x))  # (b, 4 * 4 * 2 f)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)
    return keras.Model(image, logits, name="convnet")
