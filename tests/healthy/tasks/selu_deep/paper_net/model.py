"""YOURS. A deep network that normalizes itself. Shapes: b batch."""

import keras
from keras import layers


def self_normalizing(inputs, targets, initializer, depth, width, dropped):
    """Ten dense layers with SELU and no normalization; Klambauer et al. 2017, arXiv 1706.02515."""
    x = point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    for number in range(1, depth + 1):
        x = layers.Dense(
            width,
            activation="selu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(),
            name=f"selu{number}",
        )(x)
    x = layers.AlphaDropout(dropped, name="dropout")(x)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)  # (b, 2)
    return keras.Model(point, logits, name="self_normalizing")
