"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A recurrent network, and a negative binomial distribution of the next day after every day."""
    x = past = keras.Input(inputs.shape, dtype=inputs.dtype, name="past")  # (b, t, 3)
    recurrent = {"kernel_initializer": initializer.kernel(), "recurrent_initializer": "orthogonal"}
    x = layers.GRU(units, return_sequences=True, name="gru", **recurrent)(x)  # (b, t, units)
    x = dense(x, units, initializer, activation="relu", name="hidden")
    return keras.Model(past, dense(x, 2, initializer, name="counts"), name="sales")  # (b, t, 2)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
