"""YOURS. What learns: features that tell the class and not the laboratory; Ganin et al. 2016, arXiv 1505.07818.

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers


def adversarial(inputs, targets, initializer, width, features, reversal):
    """A trunk, the label's head, and behind a reversed gradient the laboratory's.

    Args:
        reversal: what the laboratory's gradient is multiplied with, and turned round, on its way into the trunk.
    """
    given = keras.Input(inputs.shape, dtype=inputs.dtype, name="measured")  # (b, 16)
    x = layers.ReLU(name="trunk1_relu")(dense(given, width, initializer, "trunk1"))  # (b, width)
    x = layers.ReLU(name="trunk2_relu")(dense(x, features, initializer, "trunk2"))  # (b, features)
    label = dense(x, targets["label"].classes, initializer, "label")  # (b, 3)
    turned = Reversal(reversal, name="reversal")(x)
    hidden = layers.ReLU(name="domain_relu")(dense(turned, features, initializer, "domain_hidden"))
    domain = dense(hidden, 1, initializer, "domain")  # (b, 1)
    return keras.Model(given, {"label": label, "domain": domain}, name="adversarial")


class Reversal(layers.Layer):
    """The identity, whose gradient is turned round."""

    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        @tf.custom_gradient
        def reversed_identity(value):
            return tf.identity(value), lambda upstream: -self.factor * upstream

        return reversed_identity(x)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
