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


def network(inputs, targets, initializer, units, depth):
    """A perceptron with residual blocks: the expected log concentration and the log of its deviation.

    Args:
        units: width of the blocks.
        depth: how many there are.
    """

    def dense(x, width, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    well = keras.Input(inputs.shape, dtype=inputs.dtype, name="well")  # (b, 8)
    x = dense(well, units, "stem")  # (b, units)
    for i in range(depth):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = dense(dense(y, units, f"inner_{i}", "silu"), units, f"outer_{i}")
        x = layers.Add(name=f"block_{i}")([x, y])
    return keras.Model(well, dense(x, 2, "normal"), name="wells")  # (b, 2)
