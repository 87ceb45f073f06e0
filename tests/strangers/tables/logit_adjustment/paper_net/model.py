"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Two convolutions, one hidden layer, logits."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = image = keras.Input(inputs.shape, name="image")  # (b, 8, 8, 1)
    for i in range(2):
        width = filters * (i + 1)
        x = layers.Conv2D(width, 3, padding="same", **options(9 * x.shape[-1]), name=f"convolution_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 4, 4, filters), (b, 2, 2, 2 filters)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(units, activation="relu", **options(x.shape[-1]), name="hidden")(x)
    return keras.Model(image, layers.Dense(targets.classes, **options(units), name="logits")(x), name="digits")
