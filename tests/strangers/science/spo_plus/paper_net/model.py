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


def network(inputs, targets, initializer):
    """The linear hypothesis of the paper: the predicted cost of each street."""
    day = keras.Input(inputs.shape, dtype=inputs.dtype, name="day")
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=inputs.shape[-1])
    costs = layers.Dense(targets.shape[-1], kernel_initializer=kernel, bias_initializer=bias, name="costs")(day)
    return keras.Model(day, costs, name="costs_of_streets")  # (b, 12)
