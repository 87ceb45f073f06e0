"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - nothing

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, width, units):
    """Convolutions over the photo, the camera's height beside what they see; a length in centimetres."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    photo = keras.Input(inputs["photo"].shape, dtype=inputs["photo"].dtype, name="photo")  # (b, 24, 40, 1)
    height = keras.Input(inputs["height"].shape, dtype=inputs["height"].dtype, name="height")  # (b, 1)
    x = photo
    for i in range(3):
        x = layers.Conv2D(
            width * 2**i, 3, padding="same", activation="elu", name=f"conv_{i}", **options(9 * x.shape[-1])
        )(x)
        x = layers.AveragePooling2D(2, name=f"pool_{i}")(x)  # (b, 24 / 2^(i + 1), …)
    x = layers.Flatten(name="seen")(x)  # (b, 3 * 5 * 4 width)
    x = layers.Dense(units, activation="elu", name="features", **options(x.shape[-1]))(x)  # (b, units)
    both = layers.Concatenate(name="with_height")([x, height])  # (b, units + 1)
    x = layers.Dense(units, activation="elu", name="mixed", **options(units + 1))(both)
    x = layers.Dense(1, activation="softplus", name="share", **options(units))(x)  # (b, 1)
    x = layers.Rescaling(30.0, name="length")(x)  # centimetres
    return keras.Model({"photo": photo, "height": height}, x, name="fish_length")
