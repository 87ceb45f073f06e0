"""YOURS. A residual network with batch normalization. Shapes: b batch, c channels."""

import keras
from keras import layers


def resnet(inputs, targets, initializer, filters, momentum):
    """Three residual blocks, the second and third of stride 2; He et al. 2015, made small."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 12, 12, 1)
    x = layers.RandomRotation(0.02, fill_mode="nearest", name="augment")(image)
    x = normalized(x, filters, 3, 1, momentum, initializer, "stem")  # (b, 12, 12, c)
    x = layers.ReLU(name="stem_relu")(x)
    x = block(x, filters, 1, momentum, initializer, "block1")  # (b, 12, 12, c)
    x = block(x, 2 * filters, 2, momentum, initializer, "block2")  # (b, 6, 6, 2c)
    x = block(x, 4 * filters, 2, momentum, initializer, "block3")  # (b, 3, 3, 4c)
    x = layers.GlobalAveragePooling2D(name="pool")(x)  # (b, 4c)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(),
        name="logits",
    )(x)  # (b, 6)
    return keras.Model(image, logits, name="resnet")


def block(x, filters, stride, momentum, initializer, name):
    branch = normalized(x, filters, 3, stride, momentum, initializer, f"{name}_a")
    branch = layers.ReLU(name=f"{name}_a_relu")(branch)
    branch = normalized(branch, filters, 3, 1, momentum, initializer, f"{name}_b")
    if stride > 1 or x.shape[-1] != filters:
        x = normalized(x, filters, 1, stride, momentum, initializer, f"{name}_skip")
    return layers.ReLU(name=f"{name}_relu")(layers.Add(name=f"{name}_sum")([x, branch]))


def normalized(x, filters, kernel_size, stride, momentum, initializer, name):
    x = layers.Conv2D(
        filters,
        kernel_size,
        strides=stride,
        padding="same",
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        name=f"{name}_conv",
    )(x)
    return layers.BatchNormalization(momentum=momentum, name=f"{name}_norm")(x)
