"""YOURS. What learns. b batch, n points, c channels."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, orthogonal, dropout):
    """A cloud (b, n, 3) to the logits of its class (b, classes).

    Source: Qi et al. 2017, arXiv 1612.00593, Figure 2.
    """

    def dense(width, x, name, relu=True):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
        if relu:
            x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
            x = layers.ReLU(name=f"{name}_relu")(x)
        return x

    def transform(x, name, weight):
        """A matrix from all of the cloud, near the identity at first, and the cloud moved by it."""
        c = x.shape[-1]
        y = layers.GlobalMaxPooling1D(name=f"{name}_pool")(dense(units[-1], x, f"{name}_shared"))
        y = dense(units[0], y, f"{name}_hidden")
        y = layers.Dense(c * c, kernel_initializer="zeros", name=f"{name}_delta")(y)
        matrix = Near(c, weight, name=name)(y)  # (b, c, c)
        return ops.matmul(x, matrix)

    cloud = keras.Input(inputs.shape, dtype=inputs.dtype, name="cloud")
    x = transform(cloud, "input_transform", 0.0)  # (b, n, 3)
    x = dense(units[0], x, "shared_0")  # (b, n, 32)
    x = transform(x, "feature_transform", orthogonal)
    x = dense(units[1], x, "shared_1")  # (b, n, 64)
    x = layers.GlobalMaxPooling1D(name="pool")(x)  # (b, 64)
    x = layers.Dropout(dropout, name="dropout")(dense(units[0], x, "hidden"))
    return keras.Model(cloud, dense(targets.classes, x, "logits", relu=False), name="pointnet")


class Near(layers.Layer):
    """c² numbers to the identity plus a matrix of them; weight · ||I - A Aᵀ||² is added to the loss."""

    def __init__(self, c, weight, **options):
        super().__init__(**options)
        self.c, self.weight = c, weight

    def call(self, x):
        matrix = ops.eye(self.c) + ops.reshape(x, (-1, self.c, self.c))
        if self.weight:
            gap = ops.eye(self.c) - ops.matmul(matrix, ops.swapaxes(matrix, 1, 2))
            self.add_loss(self.weight * ops.mean(ops.sum(ops.square(gap), axis=(1, 2))))
        return matrix
