"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, depth):
    """The velocity at a place and a time.

    Args:
        units: of each hidden layer.
        depth: hidden layers.
    """
    x = place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place_and_time")  # (b, 3)
    for i in range(depth):
        x = layers.Dense(
            units,
            activation="elu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    velocity = layers.Dense(targets.shape[-1], kernel_initializer=kernel, bias_initializer=bias, name="velocity")(x)
    return keras.Model(place, velocity, name="flow_matching")  # (b, 2)
