"""YOURS. What learns: a head on a backbone trained by others. Shapes: b batch."""

import keras
from keras import layers

from .backbone import signnet


def transfer(inputs, targets, initializer, units):
    photo = keras.Input(inputs.shape, dtype=inputs.dtype, name="photo")  # (b, 16, 16, 3)
    backbone = signnet()
    backbone.trainable = False
    x = backbone(photo, training=False)  # (b, 4, 4, 32)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="hidden",
    )(x)
    logits = layers.Dense(targets.classes, name="logits")(x)  # (b, 6)
    return keras.Model(photo, logits, name="transfer")


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on the pixels."""
    photo = keras.Input(inputs.shape, dtype=inputs.dtype, name="photo")
    x = layers.Rescaling(1 / 127.5, offset=-1, name="scaled")(photo)
    x = layers.Flatten(name="flatten")(x)
    return keras.Model(photo, layers.Dense(targets.classes, name="logits")(x), name="linear")
