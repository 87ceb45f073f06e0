"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, units, ridge, dropout):
    """A linear part and a small hidden layer beside it; from (b, 10) to mean and log of the variance, (b, 2)."""
    patient = keras.Input(inputs.shape, dtype=inputs.dtype, name="patient")
    options = {"kernel_regularizer": regularizers.L2(ridge)}
    x = layers.Dense(units, "tanh", kernel_initializer=initializer.kernel(), name="hidden", **options)(patient)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Concatenate(name="beside")([patient, x])  # (b, 10 + units)
    x = layers.Dense(2, kernel_initializer=initializer.kernel(), name="normal", **options)(x)
    return keras.Model(patient, x, name="heteroscedastic")
