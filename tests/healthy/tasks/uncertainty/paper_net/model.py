"""YOURS. What learns. Shapes: b batch."""

import keras
from keras import layers


def two_tasks(inputs, targets, initializer, filters, hidden):
    """One trunk, a head for the direction and one for the width, and a log-variance of each task."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 12, 12, 1)
    x = convolution(image, filters, initializer, "conv1")  # (b, 12, 12, filters)
    x = layers.MaxPooling2D(2, name="pool")(x)  # (b, 6, 6, filters)
    x = convolution(x, 2 * filters, initializer, "conv2")
    x = layers.AveragePooling2D(2, name="shrink")(x)  # (b, 3, 3, 2 * filters)
    x = layers.Flatten(name="flatten")(x)
    x = layers.ReLU(name="hidden_relu")(dense(x, hidden, initializer, "hidden"))
    direction = dense(x, 2, initializer, "direction")  # (b, 2)
    width = dense(x, 3, initializer, "width")  # (b, 3)
    both = layers.Concatenate(name="both")([direction, width])
    return keras.Model(image, LogVariances(2, name="log_variances")(both), name="two_tasks")  # (b, 7)


def convolution(x, filters, initializer, name):
    x = layers.Conv2D(
        filters,
        3,
        padding="same",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
        name=name,
    )(x)
    return layers.ReLU(name=f"{name}_relu")(x)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class LogVariances(layers.Layer):
    """Appends numbers that are learnt and the same for all samples; they start at 0."""

    def __init__(self, tasks, **kwargs):
        super().__init__(**kwargs)
        self.tasks = tasks

    def build(self, shape):
        self.values = self.add_weight(shape=(self.tasks,), initializer="zeros", name="values")

    def call(self, x):
        ones = keras.ops.ones_like(x[:, :1])
        return keras.ops.concatenate([x, ones * self.values], axis=-1)

    def compute_output_shape(self, shape):
        return (*shape[:-1], shape[-1] + self.tasks)
