"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, returns an uncompiled keras.Model.
"""

import keras
from keras import layers

NORMS = {"batch": layers.BatchNormalization, "layer": layers.LayerNormalization}


def drawn(inputs, targets, initializer, kind, width, depth, activation, norm, dropout, residual):
    """A network of equal blocks: dense, convolutions, a recurrence or attention.

    Args:
        kind: dense, convolution, recurrent or attention; all but dense read sequences.
        norm: batch, layer, or none.
        residual: whether each block adds to what it is given.
    """
    given = keras.Input(inputs.shape, dtype=inputs.dtype, name="given")  # (b, features) or (b, steps, features)
    x = given
    for number in range(depth):
        before = x
        x = block(x, kind, width, initializer, f"block{number}")
        if norm in NORMS:
            x = NORMS[norm](name=f"norm{number}")(x)
        x = layers.Activation(activation, name=f"activation{number}")(x)
        x = layers.Dropout(dropout, name=f"dropout{number}")(x)
        if residual and number:
            x = layers.Add(name=f"add{number}")([x, before])  # (b, …, width)
    if len(x.shape) == 3:
        x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width)
    units = targets.classes or targets.shape[0]
    return keras.Model(given, dense(x, units, initializer, "head"), name="drawn")


def block(x, kind, width, initializer, name):
    kernel = initializer.kernel()
    if kind == "convolution":
        bias = initializer.bias(fan_in=5 * x.shape[-1])
        return layers.Conv1D(width, 5, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name)(
            x
        )  # (b, steps, width)
    if kind == "recurrent":
        return layers.GRU(width, return_sequences=True, name=name)(x)  # (b, steps, width)
    if kind == "attention":
        x = dense(x, width, initializer, f"{name}_in")  # (b, steps, width)
        return layers.Add(name=f"{name}_sum")([x, layers.MultiHeadAttention(2, width // 2, name=name)(x, x)])
    return dense(x, width, initializer, name)  # (b, width)


def dense(x, units, initializer, name):
    bias = initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=initializer.kernel(), bias_initializer=bias, name=name)(x)
