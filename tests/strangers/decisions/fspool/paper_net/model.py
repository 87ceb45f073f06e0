import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, pieces):
    """Each point through a small network, each feature sorted over the set and weighted by its rank, then a classifier.

    Source: Zhang et al. 2020, FSPool: Learning Set Representations with Featurewise Sort Pooling, section 3.
    """
    points = x = keras.Input(inputs.shape, dtype=inputs.dtype, name="points")  # (b, n, 3)
    for i in range(2):
        x = dense(x, units, initializer, activation="relu", name=f"point_{i}")  # (b, n, units)
    x = dense(x, units, initializer, name="features")
    x = FSPool(pieces, initializer.kernel(), name="pool")(x)  # (b, units)
    x = layers.BatchNormalization(name="norm")(x)
    x = dense(x, 2 * units, initializer, activation="relu", name="hidden")
    return keras.Model(points, dense(x, targets.classes, initializer, name="logits"), name="fspool")


class FSPool(layers.Layer):
    """Sorts each feature over the set, and sums it with weights that are piecewise linear in the rank.

    Args:
        pieces: of the weights of a feature, between rank 0 and rank 1.
        weights: how they start.
    """

    def __init__(self, pieces, weights, **options):
        super().__init__(**options)
        self.pieces, self.start = pieces, weights

    def build(self, shape):
        n, features = shape[1:]
        self.w = self.add_weight(shape=(self.pieces + 1, features), initializer=self.start, name="w")
        place = np.linspace(0, self.pieces, n)[:, None]  # of each rank among the knots
        self.hats = np.maximum(1 - np.abs(place - np.arange(self.pieces + 1)), 0).astype("float32")  # (n, pieces + 1)

    def call(self, x):
        x = ops.flip(ops.sort(x, axis=1), axis=1)  # (b, n, features), the largest first
        return ops.sum(x * ops.matmul(self.hats, self.w), axis=1)  # (b, features)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
