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
from keras import layers


def network(inputs, targets, initializer, sizes, units):
    """An embedding of each variable, side by side, then fully connected layers; a sigmoid, as targets lie in 0 … 1."""
    given = {name: keras.Input(one.shape, dtype=one.dtype, name=name) for name, one in inputs.items()}
    x = [layers.Embedding(inputs[name].classes, sizes[name], name=f"of_{name}")(one) for name, one in given.items()]
    x = layers.Concatenate(name="embedded")(x)  # (b, 23)
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="relu", name=f"hidden_{i}")
    return keras.Model(given, dense(1, x, initializer, activation="sigmoid", name="sales"), name="sales")  # (b, 1)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
