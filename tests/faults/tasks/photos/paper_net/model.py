"""YOURS. What learns: a convolutional network. Shapes: b batch, h w pixels, c channels."""

import keras
from keras import layers


def cnn(inputs, targets, initializer, filters):
    photo = keras.Input(inputs.shape, dtype=inputs.dtype, name="photo")  # (b, 16, 16, 3)
    x = layers.RandomTranslation(0.06, 0.06, fill_mode="nearest", name="shifted")(photo)
    for number, width in enumerate(filters):
        x = block(x, width, initializer, f"block{number}")  # (b, h / 2, w / 2, width)
    x = layers.Flatten(name="flatten")(x)  # (b, 2 * 2 * 32)
    logits = layers.Dense(targets.classes, name="logits")(x)  # (b, 6)
    return keras.Model(photo, logits, name="cnn")


def block(x, filters, initializer, name):
    # No bias: the normalization that follows would take it away again.
    x = layers.Conv2D(
        filters,
        3,
        padding="same",
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
    x = layers.ReLU(name=f"{name}_relu")(x)
    return layers.MaxPooling2D(2, padding="same", name=f"{name}_pool")(x)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on the pixels."""
    photo = keras.Input(inputs.shape, dtype=inputs.dtype, name="photo")
    x = layers.Flatten(name="flatten")(photo)
    return keras.Model(photo, layers.Dense(targets.classes, name="logits")(x), name="linear")
