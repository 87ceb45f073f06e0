"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - what a window is scaled by: one plus the mean of its first half
    - one GRU in the place of three LSTM layers

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """An autoregressive recurrent network that gives mean and shape of a negative binomial for each day.

    Returns:
        A model from {sales (b, t), calendar (b, t, 3), scale (b, 1)} to (b, t, 2).
    """
    given = {name: keras.Input(one.shape, dtype=one.dtype, name=name) for name, one in inputs.items()}
    scale = given["scale"]
    before = ops.expand_dims(given["sales"] / scale, -1)  # (b, t, 1)
    level = layers.RepeatVector(inputs["sales"].shape[0])(ops.log(scale))  # (b, t, 1)
    x = layers.Concatenate(name="covariates")([before, given["calendar"], level])  # (b, t, 5)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="recurrent")(x)
    x = dense(2, x, initializer, name="parameters")  # (b, t, 2)
    mean = ops.softplus(x[..., 0]) * scale  # (b, t)
    alpha = ops.softplus(x[..., 1]) / ops.sqrt(scale)
    return keras.Model(given, ops.stack([mean, alpha], axis=-1), name="deepar")


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
