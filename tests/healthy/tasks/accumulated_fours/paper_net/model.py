"""YOURS. A network for batches of four: group instead of batch normalization. Shapes: b batch, c channels."""

import keras
from keras import layers


def plates(inputs, targets, initializer, filters, groups):
    """Separable convolutions, group-normalized; Wu & He 2018, arXiv 1803.08494."""
    x = plate = keras.Input(inputs.shape, dtype=inputs.dtype, name="plate")  # (b, 10, 10, 1)
    for number, (width, stride) in enumerate([(filters, 1), (2 * filters, 2), (2 * filters, 2)], 1):
        x = layers.Conv2D(
            width,
            3,
            strides=stride,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv{number}",
        )(x)
        x = layers.GroupNormalization(groups, name=f"norm{number}")(x)
        x = layers.LeakyReLU(0.1, name=f"leaky{number}")(x)  # (b, 10 … 3, 10 … 3, c … 2c)
    x = layers.GlobalMaxPooling2D(name="pool")(x)  # (b, 2c)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)  # (b, 3)
    return keras.Model(plate, logits, name="plates")
