"""YOURS. What learns: a residual network with group normalization. Shapes: b batch, h w height and width, c channels."""

import keras
from keras import layers


def resnet(inputs, targets, initializer, filters, blocks, shift):
    """Takes grey levels of 0 … 255, which it scales itself, and moves a training picture by up to `shift`."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Rescaling(1 / 127.5, offset=-1, name="scaled")(image)
    x = layers.RandomTranslation(shift, shift, fill_mode="constant", fill_value=-1.0, seed=7, name="moved")(x)
    x = convolution(x, filters, initializer, "stem")  # (b, 8, 8, c)
    for number in range(blocks):
        inner = convolution(activated(x, f"block{number}a"), filters, initializer, f"block{number}a")
        inner = convolution(activated(inner, f"block{number}b"), filters, initializer, f"block{number}b")
        x = layers.Add(name=f"block{number}")([x, inner])
    x = layers.MaxPooling2D(2, name="pool")(activated(x, "last"))  # (b, 4, 4, c)
    x = layers.Flatten(name="flatten")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)
    return keras.Model(image, logits, name="resnet")


def activated(x, name):
    x = layers.GroupNormalization(4, name=f"{name}_norm")(x)
    return layers.Activation("silu", name=f"{name}_silu")(x)


def convolution(x, filters, initializer, name):
    return layers.Conv2D(
        filters, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=f"{name}_conv"
    )(x)
