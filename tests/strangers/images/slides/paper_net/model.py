"""YOURS. What learns. Shapes: b batch, f filters."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, dropout):
    """Convolutions with group normalization → grade."""
    patch = keras.Input(inputs.shape, name="patch")
    x = patch
    for i, width in enumerate([filters, 2 * filters]):
        x = layers.Conv2D(
            width, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=f"conv_{i}"
        )(x)
        x = layers.Activation("silu", name=f"silu_{i}")(layers.GroupNormalization(4, name=f"norm_{i}")(x))
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 7, 7, f), (b, 3, 3, 2 f)
    x = layers.Dropout(dropout, name="dropout")(layers.Flatten(name="flatten")(x))
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(patch, logits, name="slides")  # (b, 3)
