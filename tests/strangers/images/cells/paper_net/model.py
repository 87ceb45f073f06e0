"""YOURS. What learns, block by block. Shapes: b batch, h w of the image, f filters."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Image → convolutions → mean over the places, beside the magnification → count, and diameter."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs["image"].shape, name="image")  # (b, h, w, 1)
    zoom = keras.Input(inputs["zoom"].shape, name="zoom")  # (b, 1)
    x = image
    for i, width in enumerate((filters, 2 * filters, 2 * filters)):
        x = layers.Conv2D(width, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel())(x)
        x = layers.ReLU()(layers.GroupNormalization(4, name=f"norm_{i}")(x))
        x = layers.MaxPooling2D(2, name=f"pool_{i}")(x) if i < 2 else x
    x = layers.Flatten()(layers.AveragePooling2D(3, name="regions")(x))  # (b, 4 * 2 f)
    x = layers.Concatenate()([x, layers.Rescaling(2.5, offset=-2.5)(zoom)])
    x = layers.Dense(units, activation="relu", name="hidden", **options(x.shape[-1]))(x)
    count = layers.Dense(1, activation="softplus", name="count", **options(units))(x)
    diameter = layers.Dense(1, name="size", **options(units))(x)
    diameter = layers.Rescaling(1.0, offset=4.5, name="diameter")(diameter)
    return keras.Model({"image": image, "zoom": zoom}, {"count": count, "diameter": diameter}, name="cells")
