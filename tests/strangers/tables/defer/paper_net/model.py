"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the network for small images: two convolutions

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, classes):
    """An image to the logits of its classes and of deferring, the last; (b, classes + 1)."""

    def convolved(filters, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        options |= {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias}
        x = layers.Conv2D(filters, 3, **options)(x)
        return layers.Activation("relu")(layers.GroupNormalization(4)(x))

    image = keras.Input(inputs.shape, name="image")  # (b, 8, 8, 1)
    x = convolved(16, image)
    x = layers.MaxPooling2D()(convolved(16, x))  # (b, 4, 4, 16)
    x = layers.Dropout(0.3)(layers.Flatten()(x))  # (b, 256)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    answer = layers.Dense(classes + 1, kernel_initializer=kernel, bias_initializer=bias, name="answer")(x)
    return keras.Model(image, answer, name="defer")
