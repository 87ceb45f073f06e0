"""YOURS. Networks that answer with a distribution.

Shapes: b batch, k parts of a mixture.
"""

import math

import keras
from keras import layers, ops


def hidden(inputs, initializer, units):
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")  # (b, 1)
    y = dense(x, units, initializer, "hidden1", "tanh")
    return x, dense(y, units, initializer, "hidden2", "tanh")  # (b, units)


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


def gaussian(inputs, targets, initializer, units):
    """Mean and logarithm of the standard deviation."""
    x, features = hidden(inputs, initializer, units)
    return keras.Model(x, dense(features, 2, initializer, "parameters"), name="gaussian")  # (b, 2)


def mixture(inputs, targets, initializer, units, parts):
    """Logits, means and logarithms of the deviations of the parts; the means start apart."""
    x, features = hidden(inputs, initializer, units)
    means = layers.Dense(
        parts,
        kernel_initializer=initializer.kernel(),
        bias_initializer=keras.initializers.RandomUniform(-1, 1),
        name="means",
    )(features)
    logits = dense(features, parts, initializer, "logits")
    log_deviations = dense(features, parts, initializer, "log_deviations")
    stacked = [layers.Reshape((1, parts), name=f"{part.name}_row")(part) for part in (logits, means, log_deviations)]
    return keras.Model(x, layers.Concatenate(axis=1, name="parameters")(stacked), name="mixture")  # (b, 3, k)


class Flow(keras.Model):
    """Bends the line, monotonically, until the points on it are standard normal; the loss is -log of their density.

    z = scale · x + shift + sum of weight · tanh(slope · (x - centre)), all of scale, weight and slope positive.
    """

    def __init__(self, bends):
        super().__init__(name="flow")
        self.bends = bends

    def build(self, input_shape):
        self.shift = self.add_weight(shape=(), initializer="zeros", name="shift")
        self.log_scale = self.add_weight(shape=(), initializer="zeros", name="log_scale")
        self.centre = self.add_weight(
            shape=(self.bends,), initializer=keras.initializers.RandomUniform(-2, 2), name="centre"
        )
        self.log_weight = self.add_weight(
            shape=(self.bends,), initializer=keras.initializers.Constant(-2.0), name="log_weight"
        )
        self.log_slope = self.add_weight(
            shape=(self.bends,), initializer=keras.initializers.RandomUniform(0, 1), name="log_slope"
        )

    def call(self, x):
        """log-density of each point; (b, 1)."""
        scale, weight, slope = ops.exp(self.log_scale), ops.exp(self.log_weight), ops.exp(self.log_slope)
        bent = ops.tanh(slope * (x - self.centre))  # (b, bends)
        z = scale * x + self.shift + ops.sum(weight * bent, axis=-1, keepdims=True)  # (b, 1)
        stretch = scale + ops.sum(weight * slope * (1 - bent**2), axis=-1, keepdims=True)  # (b, 1), > 0
        return -0.5 * z**2 - 0.5 * math.log(2 * math.pi) + ops.log(stretch)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return -ops.mean(y_pred)


def flow(inputs, targets, initializer, bends):
    model = Flow(bends)
    model.build((None, *inputs.shape))
    return model
