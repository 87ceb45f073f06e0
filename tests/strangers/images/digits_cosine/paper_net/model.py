"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, filters, dropout, shift, decay):
    """Shifts in training, then blocks of convolution, normalization, relu and pooling, then a classifier."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Rescaling(1 / 16, name="rescaling")(image)
    x = layers.RandomTranslation(shift, shift, fill_mode="constant", seed=0, name="shift")(x)
    for i, width in enumerate(filters):
        x = layers.Conv2D(
            width,
            3,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            kernel_regularizer=regularizers.L2(decay),
            name=f"conv_{i}",
        )(x)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)
        x = layers.MaxPooling2D(name=f"pool_{i}")(x)  # (b, 4, 4, 16), (b, 2, 2, 32)
    x = layers.Dropout(dropout, name="dropout")(layers.Flatten(name="flatten")(x))  # (b, 128)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(image, logits, name="digits_cosine")
