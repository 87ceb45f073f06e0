"""YOURS. What learns: two branches that meet. Shapes: b batch, h w height and width, c channels."""

import keras
from keras import layers


def branches(inputs, targets, initializer, filters, width):
    left = keras.Input(inputs["left"].shape, dtype=inputs["left"].dtype, name="left")  # (b, 8, 4, 1)
    ink = keras.Input(inputs["ink"].shape, dtype=inputs["ink"].dtype, name="ink")  # (b, 8)
    x = layers.Conv2D(
        filters,
        3,
        padding="same",
        activation="elu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9),
        name="conv",
    )(left)  # (b, 8, 4, filters)
    x = layers.Flatten(name="flatten")(layers.AveragePooling2D(2, name="pool")(x))  # (b, 8 * filters)
    y = dense(ink, width, initializer, "ink_hidden", activation="elu")  # (b, width)
    x = layers.Concatenate(name="both")([x, y])
    x = dense(x, width, initializer, "hidden", activation="elu")  # (b, width)
    logits = dense(x, targets.classes, initializer, "logits")  # (b, 10)
    return keras.Model({"left": left, "ink": ink}, logits, name="branches")


def dense(x, units, initializer, name, **more):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **more)(x)
