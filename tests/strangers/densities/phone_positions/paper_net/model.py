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


def network(inputs, targets, initializer, units, depth, dropout):
    """The place of a phone as a normal distribution in the plane, with a covariance of its own.

    Args:
        units, depth: width and number of the hidden layers.
        dropout: share of units dropped after each.

    Returns:
        A model from (b, 6) to (b, 5): the mean (2), and of the precision's Cholesky factor the logarithms of its
        diagonal (2) and what stands below it (1).
    """
    strength = keras.Input(inputs.shape, dtype=inputs.dtype, name="strength")
    x = strength
    for i in range(depth):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=f"dense_{i}")(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
        x = layers.Dropout(dropout, seed=i, name=f"dropout_{i}")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    out = layers.Dense(5, kernel_initializer=kernel, bias_initializer=bias, name="normal")(x)
    return keras.Model(strength, out, name="position")
