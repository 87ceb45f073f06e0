"""YOURS. What learns: a feature pyramid; Lin et al. 2017, arXiv 1612.03144, in miniature.

Shapes: b batch.
"""

import keras
from keras import layers


def pyramid(inputs, targets, initializer, filters, width, groups):
    """Three scales upwards, and down again with what was seen on the way; the logits of each second pixel."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 32, 32, 1)
    fine = block(image, filters, 2, groups, initializer, "c1")  # (b, 16, 16, filters)
    middle = block(fine, 2 * filters, 2, groups, initializer, "c2")  # (b, 8, 8, 2 * filters)
    coarse = block(middle, 2 * filters, 2, groups, initializer, "c3")  # (b, 4, 4, 2 * filters)
    top = convolution(coarse, width, 1, 1, initializer, "lateral3")  # (b, 4, 4, width)
    for number, side in ((2, middle), (1, fine)):
        raised = layers.UpSampling2D(2, interpolation="nearest", name=f"up{number}")(top)
        lateral = convolution(side, width, 1, 1, initializer, f"lateral{number}")
        top = layers.Add(name=f"p{number}")([raised, lateral])  # (b, 8, 8, width), then (b, 16, 16, width)
    top = layers.ELU(name="smooth_elu")(convolution(top, width, 3, 1, initializer, "smooth"))
    return keras.Model(image, convolution(top, targets.classes, 1, 1, initializer, "logits"), name="pyramid")


def block(x, filters, strides, groups, initializer, name):
    x = convolution(x, filters, 3, strides, initializer, name)
    return layers.ELU(name=f"{name}_elu")(layers.GroupNormalization(groups, name=f"{name}_norm")(x))


def convolution(x, filters, size, strides, initializer, name):
    return layers.Conv2D(
        filters,
        size,
        strides=strides,
        padding="same",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
        name=name,
    )(x)
