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


def network(inputs, targets, initializer, patch, width, blocks, token_units, channel_units):
    """MLP-Mixer: patches, then blocks that mix over places and over channels, then their mean."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Conv2D(
        width,
        patch,
        strides=patch,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=patch * patch * inputs.shape[-1]),
        name="patches",
    )(image)  # (b, h, w, c)
    x = layers.Reshape((-1, width), name="embedding")(x)  # (b, s, c)
    for i in range(blocks):
        y = layers.LayerNormalization(epsilon=1e-6, name=f"tokens_norm_{i}")(x)
        y = layers.Permute((2, 1), name=f"to_tokens_{i}")(y)  # (b, c, s)
        y = mlp(y, token_units, initializer, name=f"tokens_{i}")
        y = layers.Permute((2, 1), name=f"from_tokens_{i}")(y)  # (b, s, c)
        x = layers.Add(name=f"tokens_add_{i}")([x, y])
        y = layers.LayerNormalization(epsilon=1e-6, name=f"channels_norm_{i}")(x)
        y = mlp(y, channel_units, initializer, name=f"channels_{i}")
        x = layers.Add(name=f"channels_add_{i}")([x, y])
    x = layers.LayerNormalization(epsilon=1e-6, name="norm")(x)
    x = layers.GlobalAveragePooling1D(name="pool")(x)  # (b, c)
    return keras.Model(image, dense(x, targets.classes, initializer, name="head"), name="mixer")  # (b, classes)


def mlp(x, units, initializer, name):
    """Two layers over the last axis, with a GELU between them; the width stays."""
    hidden = dense(x, units, initializer, activation="gelu", name=f"{name}_1")
    return dense(hidden, x.shape[-1], initializer, name=f"{name}_2")


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
