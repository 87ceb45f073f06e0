"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the size: two layers of 48, selu, no dropout

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Fully connected layers and one linear unit: the log of a patient's relative risk."""
    x = patient = keras.Input(inputs.shape, name="patient")  # (b, 10)
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="selu", name=f"hidden_{i}")
    return keras.Model(patient, dense(1, x, initializer, use_bias=False, name="log_risk"), name="deepsurv")  # (b, 1)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
