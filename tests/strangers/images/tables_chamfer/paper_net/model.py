"""YOURS. What learns, block by block. Shapes: b batch, n points."""

import keras
from keras import layers


def network(inputs, targets, initializer, code):
    """Point-set autoencoder: convolutions of width 1, a maximum over the points, a fully connected decoder.

    Source: Achlioptas et al. 2018, Section 4.1.
    """

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = points = keras.Input(inputs.shape, name="points")  # (b, n, 3)
    for units in (32, 64):
        x = layers.Conv1D(units, 1, activation="relu", name=f"point_{units}", **options(x.shape[-1]))(x)
    x = layers.Conv1D(code, 1, name="point_code", **options(x.shape[-1]))(x)
    x = layers.GlobalMaxPooling1D(name="code")(x)  # (b, code)
    for units in (64, 128):
        x = layers.Dense(units, activation="relu", name=f"decoder_{units}", **options(x.shape[-1]))(x)
    x = layers.Dense(targets.shape[0] * targets.shape[1], name="flat", **options(x.shape[-1]))(x)
    return keras.Model(points, layers.Reshape(targets.shape, name="cloud")(x), name="point_autoencoder")
