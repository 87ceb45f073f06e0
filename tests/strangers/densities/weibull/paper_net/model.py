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
    """Logarithms of a Weibull distribution's scale and shape, for each machine."""
    x = signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    for i, width in enumerate(units):
        x = dense(x, width, initializer, activation="selu", name=f"hidden_{i}")
    x = layers.Dropout(0.05, name="dropout")(x)
    return keras.Model(signal, dense(x, 2, initializer, name="weibull"), name="time_to_failure")  # (b, 2)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
