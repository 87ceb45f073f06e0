"""A small convolutional network over time. Shapes: b batch, t time."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    x = wave = keras.Input(inputs.shape, name="wave")  # (b, t, 1)
    for i, width in enumerate([filters, 2 * filters]):
        x = layers.Conv1D(
            width,
            7,
            strides=2,
            padding="same",
            use_bias=False,
            kernel_initializer=initializer.kernel(),
            name=f"conv_{i}",
        )(x)  # (b, t / 2, width)
        x = layers.GroupNormalization(4, name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)
    x = layers.Concatenate(name="pools")([layers.GlobalMaxPooling1D()(x), layers.GlobalAveragePooling1D()(x)])
    probabilities = layers.Dense(
        targets.classes,
        activation="softmax",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="probabilities",
    )(x)  # (b, c)
    return keras.Model(wave, probabilities, name="waves")
