import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """A small convolutional network to the unit sphere."""
    profile = keras.Input(inputs.shape, name="profile")  # (b, t, 1)
    x = profile
    for number, filters in enumerate((16, 32, 64)):
        x = layers.Conv1D(
            filters,
            5,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
            name=f"conv_{number}",
        )(x)  # (b, t / 8, 64)
    x = layers.GlobalMaxPooling1D(name="pooled")(x)  # (b, 64)
    x = layers.Dense(
        width,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="projection",
    )(x)
    return keras.Model(profile, layers.UnitNormalization(name="embedding")(x), name="embedder")  # (b, width)
