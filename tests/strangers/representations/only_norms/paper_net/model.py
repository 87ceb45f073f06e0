import keras
from keras import layers


def frozen_convolution(x, filters, stride, initializer, name):
    """A convolution that keeps its first weights."""
    return layers.Conv2D(
        filters,
        3,
        strides=stride,
        padding="same",
        use_bias=False,
        kernel_initializer=initializer.kernel(),
        trainable=False,
        name=name,
    )(x)


def block(x, filters, stride, initializer, name):
    """Pre-activation residual block; where the size changes, the shortcut is a frozen convolution, too."""
    y = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm1")(x)
    y = layers.ReLU(name=f"{name}_relu1")(y)
    shortcut = x
    if stride != 1 or x.shape[-1] != filters:
        shortcut = frozen_convolution(y, filters, stride, initializer, f"{name}_shortcut")
    y = frozen_convolution(y, filters, stride, initializer, f"{name}_conv1")
    y = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm2")(y)
    y = layers.ReLU(name=f"{name}_relu2")(y)
    y = frozen_convolution(y, filters, 1, initializer, f"{name}_conv2")
    return layers.Add(name=f"{name}_sum")([shortcut, y])


def network(inputs, targets, initializer, widths):
    """Random convolutions, learnt normalizations."""
    image = keras.Input(inputs.shape, name="image")  # (b, 8, 8, 1)
    x = frozen_convolution(image, widths[0], 1, initializer, "stem")  # (b, 8, 8, 32)
    for i, width in enumerate(widths):
        x = block(x, width, 1 if i == 0 else 2, initializer, f"block{i}")  # (b, 8, 8, 32), (b, 4, 4, 64)
    x = layers.BatchNormalization(momentum=0.9, name="last_norm")(x)
    x = layers.ReLU(name="last_relu")(x)
    x = layers.GlobalAveragePooling2D(name="pool")(x)  # (b, 64)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)  # (b, 10)
    return keras.Model(image, logits, name="only_norms")
