"""YOURS. What learns: measurements pooled by attention, then two numbers, a mean and the logarithm of a variance.

Shapes: b batch, t measurements, c channels.
"""

import keras
from keras import layers, ops


class AttentionPool(layers.Layer):
    """The mean of the measurements that are there, weighted by scores."""

    def call(self, x, scores, there):
        scores = scores - 1e9 * (1 - there)  # (b, t, 1)
        return ops.sum(ops.softmax(scores, axis=1) * x, axis=1)  # (b, c)

    def compute_output_shape(self, x_shape, scores_shape, there_shape):
        return (x_shape[0], x_shape[2])


def pooled(inputs, targets, initializer, width):
    measurements = keras.Input(inputs.shape, dtype=inputs.dtype, name="measurements")  # (b, 12, 4)
    there = ops.cast(ops.any(measurements != 0, axis=-1, keepdims=True), "float32")  # (b, 12, 1): 0 where padded
    x = layers.Activation("tanh", name="each_tanh")(dense(measurements, width, initializer, "each"))  # (b, 12, width)
    scores = dense(x, 1, initializer, "scores")  # (b, 12, 1)
    x = AttentionPool(name="pool")(x, scores, there)  # (b, width)
    x = layers.Activation("swish", name="hidden_swish")(dense(x, width, initializer, "hidden"))
    return keras.Model(measurements, dense(x, 2, initializer, "mean_and_log_variance"), name="pooled")  # (b, 2)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
