"""YOURS. What learns from a signal.

Shapes: b batch, t positions, c channels.
"""

import keras
from keras import layers


def dense(x, units, initializer, name, **arguments):
    return layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
        **arguments,
    )(x)


def convolution(x, filters, kernel_size, initializer, name, **arguments):
    return layers.Conv1D(
        filters,
        kernel_size,
        padding="same",
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=kernel_size * x.shape[-1]),
        name=name,
        **arguments,
    )(x)


def linear(inputs, targets, initializer):
    """Logistic regression."""
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")
    x = layers.Flatten(name="flatten")(wave)
    return keras.Model(wave, dense(x, targets.classes, initializer, "logits"), name="linear")


def cnn1d(inputs, targets, initializer, filters):
    """Two convolutions of stride 2, averaged over time."""
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, 48, 1)
    x = convolution(wave, filters, 7, initializer, "conv1", strides=2)  # (b, 24, filters)
    x = convolution(x, filters, 5, initializer, "conv2", strides=2)  # (b, 12, filters)
    x = layers.GlobalAveragePooling1D(name="pool")(x)  # (b, filters)
    return keras.Model(wave, dense(x, targets.classes, initializer, "logits"), name="cnn1d")


def lstm(inputs, targets, initializer, units, bidirectional=False):
    """A convolution that shortens the signal, then an LSTM; its last state decides."""
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, 48, 1)
    x = convolution(wave, 16, 5, initializer, "conv", strides=3)  # (b, 16, 16)
    recurrent = layers.LSTM(units, kernel_initializer=initializer.kernel(), name="lstm")
    x = (layers.Bidirectional(recurrent, name="both_ways") if bidirectional else recurrent)(x)  # (b, units or twice)
    return keras.Model(wave, dense(x, targets.classes, initializer, "logits"), name="lstm")


def masked_gru(inputs, targets, initializer, units):
    """A GRU that stops where the padding begins."""
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, t, 1)
    x = layers.Masking(0.0, name="mask")(wave)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(x)  # (b, units)
    return keras.Model(wave, dense(x, targets.classes, initializer, "logits"), name="masked_gru")


def attention(inputs, targets, initializer, filters):
    """Features of each position, weighted by a learnt relevance and summed; Bahdanau et al. 2015, without a decoder."""
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, 48, 1)
    x = convolution(wave, filters, 9, initializer, "conv1")  # (b, 48, filters)
    x = convolution(x, filters, 5, initializer, "conv2")  # (b, 48, filters)
    scores = dense(dense(x, filters, initializer, "key", activation="tanh"), 1, initializer, "score")  # (b, 48, 1)
    weights = layers.Softmax(axis=1, name="weights")(scores)  # over time
    x = layers.Flatten(name="context")(layers.Dot(axes=1, name="sum")([weights, x]))  # (b, filters)
    return keras.Model(wave, dense(x, targets.classes, initializer, "logits"), name="attention")
