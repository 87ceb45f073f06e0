"""YOURS. What learns: a small U-Net; Ronneberger et al. 2015. Shapes: b batch, h w height and width, c channels."""

import keras
from keras import layers


def unet(inputs, targets, initializer, filters, levels):
    """Down by max-pooling, up by repetition, each level joined with the one on its way down."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    x, passed = image, []
    for level in range(levels):
        x = convolution(x, filters * 2**level, 3, initializer, f"down{level}")
        passed.append(x)
        x = layers.MaxPooling2D(2, name=f"pool{level}")(x)
    x = convolution(x, filters * 2**levels, 3, initializer, "bottom")  # (b, 6, 6, 4 f)
    for level in reversed(range(levels)):
        x = layers.UpSampling2D(2, name=f"up{level}_repeat")(x)
        x = layers.Concatenate(name=f"up{level}_join")([x, passed[level]])
        x = convolution(x, filters * 2**level, 3, initializer, f"up{level}")
    logits = convolution(x, targets.classes, 1, initializer, "logits", norm=False)  # (b, 24, 24, 3)
    return keras.Model(image, logits, name="unet")


def convolution(x, filters, size, initializer, name, norm=True):
    x = layers.Conv2D(
        filters,
        size,
        padding="same",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=size**2 * x.shape[-1]),
        name=name,
    )(x)
    if norm:
        x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
        x = layers.ReLU(name=f"{name}_relu")(x)
    return x
