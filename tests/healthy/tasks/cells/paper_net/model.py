"""A U-Net of one step down and one up."""

import keras
from keras import layers


def double(x, filters, initializer):
    for _ in range(2):
        x = layers.Conv2D(
            filters,
            3,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        )(x)
    return x


def unet(inputs, targets, initializer, filters):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    fine = double(image, filters, initializer)  # (b, 16, 16, f)
    coarse = double(layers.MaxPooling2D()(fine), 2 * filters, initializer)  # (b, 8, 8, 2 f)
    x = layers.UpSampling2D(interpolation="bilinear")(coarse)
    x = double(layers.Concatenate()([x, fine]), filters, initializer)
    x = layers.Conv2D(targets.classes, 1, kernel_initializer=initializer.kernel())(x)
    return keras.Model(image, layers.Softmax(name="probability")(x), name="unet")
