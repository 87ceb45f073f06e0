"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, n nodes, f features.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, depth, mean_log_degree):
    """PNA: four aggregators, each in three scales by the node's degree.

    Source: Corso et al. 2020, equation 8.
    """
    features = keras.Input(inputs["features"].shape, name="features")  # (b, n, 2)
    adjacency = keras.Input(inputs["adjacency"].shape, name="adjacency")  # (b, n, n)
    x = dense(units, features, initializer, name="embedding")  # (b, n, units)
    for i in range(depth):
        gathered = Neighbours(mean_log_degree, name=f"neighbours_{i}")(x, adjacency)  # (b, n, 12 units)
        update = layers.Concatenate(name=f"both_{i}")([x, gathered])
        update = dense(units, update, initializer, activation="relu", name=f"update_{i}")
        x = layers.Add(name=f"sum_{i}")([x, update])
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
    y = dense(targets.shape[-1], x, initializer, name="nodes")  # (b, n, 2)
    return keras.Model({"features": features, "adjacency": adjacency}, y, name="pna")


class Neighbours(layers.Layer):
    """Mean, largest, smallest and deviation over the neighbours; as they are, amplified and attenuated by the degree."""

    def __init__(self, mean_log_degree, **options):
        super().__init__(**options)
        self.mean_log_degree = mean_log_degree

    def call(self, x, adjacency):
        edge = ops.expand_dims(adjacency, -1)  # (b, n to, n from, 1)
        message = ops.expand_dims(x, 1)  # (b, 1, n from, f)
        degree = ops.sum(edge, axis=2)  # (b, n, 1)
        count = ops.maximum(degree, 1.0)
        mean = ops.sum(edge * message, axis=2) / count  # (b, n, f)
        variance = ops.sum(edge * message**2, axis=2) / count - mean**2
        largest = ops.max(ops.where(edge > 0, message, -1e6), axis=2)
        smallest = ops.min(ops.where(edge > 0, message, 1e6), axis=2)
        four = ops.concatenate([mean, largest, smallest, ops.sqrt(ops.relu(variance) + 1e-5)], axis=-1)
        scale = ops.log(degree + 1) / self.mean_log_degree
        return ops.concatenate([four, four * scale, four / scale], axis=-1)  # (b, n, 12 f)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
