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


def network(inputs, targets, initializer, width, units):
    """Each place sees its own digits, and through the state those before it, whose carry it needs."""
    digits = keras.Input(inputs.shape, dtype=inputs.dtype, name="digits")  # (b, t, 2)
    x = layers.Embedding(inputs.classes, width, name="embedding")(digits)  # (b, t, 2, width)
    x = layers.Reshape((inputs.shape[0], 2 * width), name="pair")(x)  # (b, t, 2 width)
    options = {"kernel_initializer": initializer.kernel(), "recurrent_initializer": "orthogonal"}
    x = layers.GRU(units, return_sequences=True, name="carry", **options)(x)  # (b, t, units)
    return keras.Model(digits, dense(x, targets.classes, initializer, name="logits"), name="adder")  # (b, t, classes)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
