"""YOURS. What learns, block by block. Shapes: b batch, n points, f features."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, features, orthogonality, dropout):
    """PointNet for classification: input and feature transform, shared layers, maximum over the points.

    Source: Qi et al. 2017, Figure 2.
    """

    def dense(units, x, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
        return layers.ReLU()(layers.BatchNormalization(name=f"{name}_norm")(x))

    def transformed(x, penalty, name):
        size = x.shape[-1]
        t = dense(64, dense(32, x, f"{name}_1"), f"{name}_2")
        t = dense(32, layers.GlobalMaxPooling1D()(t), f"{name}_3")  # (b, 32)
        t = layers.Dense(size * size, kernel_initializer="zeros", name=f"{name}_matrix")(t)
        t = layers.Reshape((size, size))(t)
        return Transform(penalty, name=name)([x, t])  # (b, n, size)

    points = keras.Input(inputs.shape, name="points")  # (b, n, 3)
    x = transformed(points, 0.0, "input_transform")
    x = dense(features, x, "shared_1")  # (b, n, f)
    x = transformed(x, orthogonality, "feature_transform")
    x = dense(32, x, "shared_2")
    x = dense(128, x, "shared_3")
    x = layers.GlobalMaxPooling1D(name="global_feature")(x)  # (b, 128)
    x = layers.Dropout(dropout)(dense(64, x, "head"))
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(points, logits, name="pointnet")


class Transform(layers.Layer):
    """Multiplies each point by the identity plus a predicted matrix A, which is kept close to orthogonal.

    The penalty is |I - A A'|², equation 2.
    """

    def __init__(self, penalty, **options):
        super().__init__(**options)
        self.penalty = penalty

    def call(self, both):
        x, matrix = both
        eye = ops.eye(matrix.shape[-1])
        matrix = matrix + eye
        if self.penalty:
            gram = ops.matmul(matrix, ops.transpose(matrix, (0, 2, 1)))
            self.add_loss(self.penalty * ops.mean(ops.sum(ops.square(eye - gram), axis=(1, 2))))
        return ops.matmul(x, matrix)
