"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - no paper

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, blocks, rate):
    """Features → a projection → residual blocks → log price."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    features = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")  # (b, 8)
    x = dense(units, features, name="project")  # (b, units)
    for i in range(blocks):
        h = layers.BatchNormalization(name=f"norm_{i}")(x)
        h = dense(2 * units, h, activation="swish", name=f"wide_{i}")
        h = layers.Dropout(rate, name=f"dropout_{i}")(h)
        x = layers.Add(name=f"add_{i}")([x, dense(units, h, name=f"narrow_{i}")])
    x = layers.Activation("swish", name="swish")(layers.BatchNormalization(name="norm")(x))
    return keras.Model(features, dense(1, x, name="price"), name="house_prices")  # (b, 1)
