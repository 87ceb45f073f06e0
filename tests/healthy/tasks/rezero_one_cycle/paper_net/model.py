"""YOURS. Residual branches that begin as nothing. Shapes: b batch, d width."""

import keras
from keras import layers


@keras.saving.register_keras_serializable(package="paper_net")
class Gate(layers.Layer):
    """Multiplies by one learnt number that begins at zero; Bachlechner et al. 2020, arXiv 2003.04887."""

    def build(self, shape):
        self.strength = self.add_weight(shape=(), initializer="zeros", name="strength")

    def call(self, x):
        return self.strength * x


def rezero(inputs, targets, initializer, blocks, width):
    """At the start every block is the identity, and the head says nothing at all."""
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, 2)
    x = dense(point, width, initializer, "lift")  # (b, d)
    for number in range(1, blocks + 1):
        y = layers.Activation("tanh", name=f"tanh{number}")(dense(x, width, initializer, f"block{number}"))
        x = layers.Add(name=f"sum{number}")([x, Gate(name=f"gate{number}")(y)])
    logits = layers.Dense(targets.classes, kernel_initializer="zeros", name="logits")(x)  # (b, 2)
    return keras.Model(point, logits, name="rezero")


def dense(x, units, initializer, name):
    return layers.Dense(
        units, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]), name=name
    )(x)
