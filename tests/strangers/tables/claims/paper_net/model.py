"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """The rate of a car by fully connected layers and a log link, times the years it is insured for."""
    car = keras.Input(inputs["car"].shape, name="car")  # (b, 8)
    exposure = keras.Input(inputs["exposure"].shape, name="exposure")  # (b, 1)
    x = car
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="elu", name=f"hidden_{i}")
    x = dense(1, x, initializer, name="log_rate")  # (b, 1)
    expected = ops.exp(x + ops.log(exposure))
    return keras.Model({"car": car, "exposure": exposure}, expected, name="claims")  # (b, 1)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
