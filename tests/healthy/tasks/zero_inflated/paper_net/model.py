"""YOURS. What learns. Shapes: b batch."""

import keras
from keras import layers, ops


class Comparable(layers.Layer):
    """Passers-by, price and degrees in units of about one."""

    def call(self, numbers):
        passers = ops.log(numbers[:, :1]) - 8.5
        return ops.concatenate([passers, (numbers[:, 1:2] - 30) / 15, (numbers[:, 2:] - 14) / 7], axis=-1)


def zero_inflated(inputs, targets, initializer, width, embedding, shops):
    """The numbers and the shop; the logit of closed, and the log of the mean when open."""
    numbers = keras.Input(inputs["numbers"].shape, dtype=inputs["numbers"].dtype, name="numbers")  # (b, 3)
    shop = keras.Input(inputs["shop"].shape, dtype=inputs["shop"].dtype, name="shop")  # (b)
    which = layers.Embedding(shops, embedding, name="shops")(shop)  # (b, embedding)
    x = layers.Concatenate(name="all")([Comparable(name="comparable")(numbers), which])
    x = layers.Activation("softplus", name="hidden_softplus")(dense(x, width, initializer, "hidden"))
    outputs = dense(x, 2, initializer, "closed_and_log_mean")  # (b, 2)
    return keras.Model({"numbers": numbers, "shop": shop}, outputs, name="zero_inflated")


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
