import keras
from keras import layers


def network(inputs, targets, initializer, widths, dropout):
    """Convolutions over time, the mean over it, and the logits."""
    x = signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, t, 2)
    for number, width in enumerate(widths):
        x = layers.Conv1D(
            width,
            5,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
            name=f"conv{number}",
        )(x)  # (b, t / 2, width)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, x, name="chewing")
