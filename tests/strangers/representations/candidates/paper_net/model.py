"""A small residual convolutional network with group normalization."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, groups):
    def conv(x, filters, name, strides=1):
        kernel = initializer.kernel()
        return layers.Conv2D(filters, 3, strides, padding="same", use_bias=False, kernel_initializer=kernel, name=name)(
            x
        )

    image = keras.Input(inputs.shape, name="image")
    x = conv(image, filters, "stem")  # (b, 8, 8, f)
    for i in range(2):
        y = layers.GroupNormalization(groups, name=f"norm_{i}")(x)
        y = layers.Activation("gelu", name=f"act_{i}")(y)
        x = layers.Add(name=f"add_{i}")([x, conv(y, filters, f"conv_{i}")])
    x = layers.Activation("gelu", name="act")(conv(x, 2 * filters, "down", strides=2))  # (b, 4, 4, 2 f)
    x = layers.Flatten(name="flat")(x)
    x = layers.Dropout(0.2, name="dropout")(x)
    logits = layers.Dense(
        targets.shape[-1],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(image, logits, name="candidates")  # (b, c)
