import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """Two convolutions over time, the mean over the window, and a layer for the gestures."""
    signal = keras.Input(inputs.shape, name="signal")  # (b, 30, 8)
    x = conv(filters, initializer, signal, "conv_0")  # (b, 30, filters)
    x = layers.MaxPooling1D(2, name="pool")(x)
    x = conv(2 * filters, initializer, x, "conv_1")  # (b, 15, 2 filters)
    x = layers.GlobalAveragePooling1D(name="mean")(x)
    x = layers.Dropout(0.3, name="dropout")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(signal, logits, name="gestures")


def conv(filters, initializer, x, name):
    """A convolution over five steps, and a relu."""
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=5 * x.shape[-1])
    conv = layers.Conv1D(
        filters, 5, padding="same", activation="relu", kernel_initializer=kernel, bias_initializer=bias, name=name
    )
    return conv(x)
