"""YOURS. Convolutions over time and bands, the loudest frame decides."""

import keras
from keras import layers


def tagger(inputs, targets, initializer, filters):
    clip = keras.Input(inputs.shape, dtype=inputs.dtype, name="clip")  # (b, 32, 24)
    x = layers.Reshape((*inputs.shape, 1))(clip)
    for index, pool in enumerate([(2, 2), (2, 3)]):
        x = layers.Conv2D(
            filters * (index + 1), 3, padding="same", kernel_initializer=initializer.kernel(), name=f"conv{index}"
        )(x)
        x = layers.PReLU(shared_axes=[1, 2])(x)
        x = layers.MaxPooling2D(pool)(x)
    x = layers.Reshape((x.shape[1], x.shape[2] * x.shape[3]))(x)  # (b, 8, 4 * c): bands stay apart
    x = layers.Conv1D(
        4 * filters, 3, activation="relu", padding="same", kernel_initializer=initializer.kernel(), name="frames"
    )(x)
    x = layers.Concatenate()([layers.GlobalMaxPooling1D()(x), layers.GlobalAveragePooling1D()(x)])
    return keras.Model(clip, layers.Dense(targets.shape[0], kernel_initializer=initializer.kernel(), name="tags")(x))
