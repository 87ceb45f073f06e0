import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, features, center):
    """The squared distance of a sample's features from a fixed centre."""
    image = keras.Input(inputs.shape, name="image")
    x = image
    for units in (filters, 2 * filters):
        x = layers.Conv2D(units, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel())(x)
        x = layers.LeakyReLU(0.1)(x)
        x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)  # (b, 2 * 2 * 2 f)
    x = layers.Dense(features, use_bias=False, kernel_initializer=initializer.kernel(), name="features")(x)
    distance = layers.Lambda(lambda z: ops.sum((z - center) ** 2, axis=-1), name="distance")(x)  # (b)
    return keras.Model(image, distance, name="deep_svdd")
