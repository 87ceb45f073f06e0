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


def tcn(inputs, targets, initializer, filters, kernel, blocks, dropout):
    """Temporal convolutional network: nothing of the future is seen, and each block sees twice as far."""
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")
    x = layers.Embedding(inputs.classes, filters, name="embedding")(tokens)  # (b, t, filters)
    for i in range(blocks):
        x = block(x, filters, kernel, 2**i, dropout, initializer, f"block{i}")
    x = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)
    return keras.Model(tokens, x, name="tcn")  # (b, t, classes)


def block(x, filters, kernel, dilation, dropout, initializer, name):
    """Two convolutions and a way around them."""
    y = x
    for j in range(2):
        y = layers.Conv1D(
            filters,
            kernel,
            padding="causal",
            dilation_rate=dilation,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            name=f"{name}_conv{j}",
        )(y)
        y = layers.SpatialDropout1D(dropout, name=f"{name}_dropout{j}")(y)
    return layers.Activation("relu", name=f"{name}_out")(layers.Add(name=f"{name}_add")([x, y]))
