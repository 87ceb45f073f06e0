"""YOURS. What learns: a GRU over the last day and a half, a small decoder an hour, quantiles that do not cross.

Contract: as the template's: builder(inputs, targets, initializer, …) → an uncompiled keras.Model.

Shapes: b batch, t hours of the past, h hours to come, q quantiles.
"""

import keras
from keras import layers, ops

DAY = 24


def forecaster(inputs, targets, initializer, units, quantiles):
    """Quantiles of each hour to come, as offsets from the window's level.

    Args:
        units: of the GRU, and of the decoder's hidden layer.
        quantiles: how many.
    """
    (horizon,) = targets.shape
    window = keras.Input(inputs.shape, dtype=inputs.dtype, name="window")  # (b, t, 4)
    load = window[:, :, :1]
    level = ops.mean(load, axis=1, keepdims=True)
    offsets = layers.Concatenate(name="offsets")([window[:, :, :2] - level, window[:, :, 2:]])  # (b, t, 4)
    context = encoder(offsets, units, initializer)  # (b, units)
    yesterday = offsets[:, -DAY:, 0]  # (b, 24)
    decode = decoder(units + 2, units, quantiles, initializer, "decoder")  # one for all hours to come
    hours = []
    for hour in range(horizon):
        ahead = ops.full_like(yesterday[:, :1], hour / horizon)
        x = layers.Concatenate(name=f"hour{hour}")([context, yesterday[:, hour : hour + 1], ahead])  # (b, units + 2)
        hours.append(decode(x))
    x = ops.stack(hours, axis=1)  # (b, h, q)
    return keras.Model(window, ordered(x) + level, name="forecaster")  # (b, h, q)


def encoder(offsets, units, initializer):
    states = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="gru",
    )(offsets)  # (b, t, units)
    return states[:, -1]  # (b, units)


def decoder(width, units, quantiles, initializer, name):
    x = context = keras.Input((width,), name=f"{name}_context")
    x = dense(x, units, initializer, f"{name}_hidden")  # (b, units)
    x = layers.ReLU(name=f"{name}_relu")(x)
    return keras.Model(context, dense(x, quantiles, initializer, f"{name}_quantiles"), name=name)  # (b, q)


def ordered(x):
    """The first quantile, and positive steps to the next ones."""
    return ops.cumsum(ops.concatenate([x[..., :1], ops.softplus(x[..., 1:])], axis=-1), axis=-1)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
