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


def network(inputs, targets, initializer, units, embedding, dropout):
    """An embedding without a normalization at its end, as in the paper; from (b, 64) to (b, embedding)."""
    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i in range(2):
        x = dense(x, units, initializer, use_bias=False, name=f"hidden_{i}")  # (b, units)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.LeakyReLU(0.3, name=f"relu_{i}")(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(image, dense(x, embedding, initializer, name="embedding"), name="embedder")  # (b, embedding)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
