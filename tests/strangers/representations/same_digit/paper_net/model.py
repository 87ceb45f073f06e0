"""YOURS. What learns. Shapes: b batch, f features."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, features):
    """How much alike two images are, a logit (b, 1)."""

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = image = keras.Input(inputs["left"].shape, name="image")  # (b, 8, 8, 1)
    for i in range(2):
        x = layers.Conv2D(filters, 3, padding="same", name=f"convolution_{i}", **start(9 * x.shape[-1]))(x)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 2, 2, filters) in the end
    x = layers.Flatten(name="flatten")(x)
    encoder = keras.Model(image, layers.Dense(features, name="features", **start(x.shape[-1]))(x), name="encoder")

    left = keras.Input(inputs["left"].shape, name="left")
    right = keras.Input(inputs["right"].shape, name="right")
    apart = ops.abs(encoder(left) - encoder(right))  # (b, f)
    alike = layers.Dense(1, name="alike", **start(features))(apart)  # (b, 1)
    return keras.Model({"left": left, "right": right}, alike, name="siamese")
