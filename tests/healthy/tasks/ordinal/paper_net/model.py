"""YOURS. What learns: one score, and a threshold a pair of neighbouring grades; Cao et al. 2020. Shapes: b batch."""

import keras
from keras import layers, ops


class Thresholds(layers.Layer):
    """The same score for each, shifted by a bias of its own, which begin in order."""

    def __init__(self, count, **kwargs):
        super().__init__(**kwargs)
        self.count = count

    def build(self, shape):
        self.shifts = self.add_weight(name="shifts", shape=(self.count,), initializer="zeros")
        self.shifts.assign(ops.linspace(1.5, -1.5, self.count))

    def call(self, score):
        return score + self.shifts  # (b, K)

    def compute_output_shape(self, shape):
        return (shape[0], self.count)


def coral(inputs, targets, initializer, width):
    x = features = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")  # (b, 10)
    for i in range(2):
        x = dense(x, width, initializer, f"hidden{i}")
        x = layers.LeakyReLU(negative_slope=0.1, name=f"leaky{i}")(layers.BatchNormalization(name=f"norm{i}")(x))
    score = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="score")(x)  # (b, 1)
    return keras.Model(features, Thresholds(targets.classes - 1, name="thresholds")(score), name="coral")  # (b, 4)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
