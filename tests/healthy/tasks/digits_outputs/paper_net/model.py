"""YOURS. One trunk, two heads.

Shapes: b batch, h w pixels, c channels.
"""

import keras
from keras import layers


def dense(x, units, initializer, name, **arguments):
    return layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
        **arguments,
    )(x)


def two_heads(inputs, targets, initializer, filters, units):
    """A shared convolution; `digit` gives logits, `ink` one value."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Conv2D(
        filters,
        3,
        padding="same",
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9),
        name="conv",
    )(image)  # (b, 8, 8, filters)
    x = layers.MaxPooling2D(2, name="pool")(x)  # (b, 4, 4, filters)
    x = dense(layers.Flatten(name="flatten")(x), units, initializer, "shared", activation="relu")  # (b, units)
    outputs = {
        "digit": dense(x, targets["digit"].classes, initializer, "digit"),
        "ink": dense(x, targets["ink"].shape[0], initializer, "ink"),
    }
    return keras.Model(image, outputs, name="two_heads")
