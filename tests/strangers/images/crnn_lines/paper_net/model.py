import keras
from keras import layers, ops


def columns(x):
    """A map as a sequence of its columns, from left to right, each with the features of all its rows."""
    _, height, width, channels = x.shape
    return ops.reshape(ops.transpose(x, (0, 2, 1, 3)), (-1, width, height * channels))


def conv(x, filters, initializer):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel())(x)
    return layers.ReLU()(layers.BatchNormalization(momentum=0.9)(x))


def network(inputs, targets, initializer, units, classes):
    """Convolutions, a recurrence over columns in both directions, and a label or a blank at each of them."""
    line = keras.Input(inputs.shape, dtype=inputs.dtype, name="line")
    x = conv(line, 12, initializer)
    x = layers.MaxPooling2D((2, 2))(x)  # (b, 6, 16, 12)
    x = conv(x, 24, initializer)
    x = layers.MaxPooling2D((2, 1), name="map")(x)  # (b, 3, 16, 24)
    x = columns(x)  # (b, 16, 72)
    recurrence = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
    )
    x = layers.Bidirectional(recurrence)(x)  # (b, 16, 2 * units)
    logits = layers.Dense(
        classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 16, classes)
    return keras.Model(line, logits, name="crnn")
