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


def network(inputs, targets, initializer, filters, dropout):
    """Separable convolutions that keep the place, then two layers."""

    def convolution(x, filters, name):
        x = layers.SeparableConv2D(
            filters,
            3,
            padding="same",
            depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            activation="relu",
            name=name,
        )(x)
        return layers.MaxPooling2D((2, 2), name=f"{name}_halved")(x)

    def dense(x, units, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    picture = keras.Input(inputs.shape, dtype=inputs.dtype, name="picture")
    x = layers.Conv2D(
        filters,
        5,
        padding="same",
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=25),
        name="edges",
    )(picture)  # (b, 16, 24, filters)
    x = convolution(x, 2 * filters, "conv_1")  # (b, 8, 12, 2 filters)
    x = convolution(x, 2 * filters, "conv_2")  # (b, 4, 6, 2 filters)
    x = layers.Flatten(name="flatten")(x)
    x = dense(x, 48, "hidden", activation="relu")
    x = layers.Dropout(dropout, name="dropout")(x)
    return keras.Model(picture, dense(x, targets.shape[0], "place", activation="tanh"), name="lanes")  # (b, 3)
