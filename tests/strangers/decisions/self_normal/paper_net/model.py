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


def network(inputs, targets, initializer, depth, units, dropout):
    """Dense layers with SELU, alpha dropout after each."""
    x = cells = keras.Input(inputs.shape, dtype=inputs.dtype, name="cells")  # (b, 30)
    for i in range(depth):
        x = dense(x, units, initializer, activation="selu", name=f"hidden_{i}")  # (b, units)
        x = layers.AlphaDropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(cells, dense(x, 1, initializer, name="logit"), name="self_normalizing")  # (b, 1)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
