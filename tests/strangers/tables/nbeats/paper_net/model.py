"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - whether a window is scaled: divided by its largest value, as in the authors' code

Shapes: b batch.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, blocks, units, depth, degree):
    """The interpretable architecture: a stack of trend blocks, then one of seasonality blocks, doubly residual."""
    lookback, horizon = inputs.shape[0], targets.shape[0]
    past = keras.Input(inputs.shape, name="past")  # (b, lookback)
    scale = ops.max(past, axis=1, keepdims=True)  # (b, 1)
    residual, forecast = past / scale, 0.0
    for kind in ["trend", "season"]:
        for i in range(blocks):
            theta = residual
            for j in range(depth):
                theta = dense(units, theta, initializer, activation="relu", name=f"{kind}_{i}_{j}")
            back, fore = bases(kind, lookback, horizon, degree)  # (p, lookback), (p, horizon)
            theta_b = dense(len(back), theta, initializer, use_bias=False, name=f"{kind}_{i}_back")
            theta_f = dense(len(fore), theta, initializer, use_bias=False, name=f"{kind}_{i}_fore")
            residual = residual - ops.matmul(theta_b, back)
            forecast = forecast + ops.matmul(theta_f, fore)
    return keras.Model(past, layers.Rescaling(1.0, name="forecast")(forecast * scale), name="nbeats")


def bases(kind, lookback, horizon, degree):
    """Rows that a block's coefficients are multiplied with: powers of the time, or a Fourier series over the horizon."""
    t = np.arange(-lookback, horizon) / horizon
    if kind == "trend":
        rows = np.stack([t**p for p in range(degree + 1)])
    else:
        frequencies = np.arange(1, horizon // 2 + 1)[:, None]
        rows = np.concatenate([np.cos(2 * np.pi * frequencies * t), np.sin(2 * np.pi * frequencies * t)])
    rows = rows.astype("float32")
    return rows[:, :lookback], rows[:, lookback:]


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
