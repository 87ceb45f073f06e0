import keras
from keras import layers


def network(inputs, targets, initializer, channels):
    """Convolutions over time, and the mean over it."""
    vibration = keras.Input(inputs.shape, dtype=inputs.dtype, name="vibration")  # (b, t, 1)
    x = vibration
    for i, (size, stride) in enumerate([(16, 2), (9, 2), (9, 2)]):
        x = layers.Conv1D(  # (b, t / 2^i, channels)
            channels,
            size,
            stride,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * x.shape[-1]),
            name=f"conv{i}",
        )(x)
    mean, most = layers.GlobalAveragePooling1D(name="mean")(x), layers.GlobalMaxPooling1D(name="most")(x)
    x = layers.Concatenate(name="pooled")([mean, most])
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(vibration, x, name="bearings")
