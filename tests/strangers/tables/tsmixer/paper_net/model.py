"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the axis of the normalization: layer norm over time and channels together (the paper: 2D batch norm)
    - reversible normalization of each window (RevIN) is on, without its affine weights

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, blocks, hidden, dropout):
    """Mixing over time and over channels in turns, then a projection of the time axis to the horizon."""
    past = keras.Input(inputs.shape, name="past")  # (b, t, c)
    mean = ops.mean(past, axis=1, keepdims=True)  # (b, 1, c)
    deviation = ops.std(past, axis=1, keepdims=True) + 1e-3
    x = (past - mean) / deviation
    for i in range(blocks):
        x = layers.Add(name=f"time_mixing_{i}")([x, over_time(x, dropout, initializer)])
        x = x + over_channels(x, hidden, dropout, initializer)
    x = layers.Permute((2, 1))(x)  # (b, c, t)
    x = dense(targets.shape[0], x, initializer, name="horizon")  # (b, c, h)
    x = layers.Permute((2, 1))(x)  # (b, h, c)
    return keras.Model(past, x * deviation + mean, name="tsmixer")


def over_time(x, dropout, initializer):
    """One layer over the steps of each channel, shared by the channels."""
    steps, channels = x.shape[1:]
    x = layers.LayerNormalization(axis=(1, 2))(x)
    x = layers.Permute((2, 1))(x)  # (b, c, t)
    x = dense(steps, x, initializer, activation="relu")
    x = layers.Permute((2, 1))(x)  # (b, t, c)
    return layers.Dropout(dropout)(x)


def over_channels(x, hidden, dropout, initializer):
    """Two layers over the channels of each step, shared by the steps."""
    channels = x.shape[-1]
    x = layers.LayerNormalization(axis=(1, 2))(x)
    x = layers.Dropout(dropout)(dense(hidden, x, initializer, activation="relu"))  # (b, t, hidden)
    return layers.Dropout(dropout)(dense(channels, x, initializer))  # (b, t, c)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
