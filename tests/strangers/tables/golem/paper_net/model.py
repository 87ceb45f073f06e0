import keras
import numpy as np
from keras import layers, ops

from .data import true_weights


def network(inputs, targets, initializer, sparsity, acyclicity, threshold, seed):
    """GOLEM-EV: a weighted adjacency B, by which each variable is explained by the others."""
    x = keras.Input(inputs.shape, name="x")
    model = Golem(x, Edges(name="edges")(x), name="golem")  # (b, d)
    model.penalties = (sparsity, acyclicity)
    model.wrong_edges = WrongEdges(true_weights(seed) != 0, threshold)
    return model


class Edges(layers.Layer):
    """x B, where no variable explains itself."""

    def build(self, shape):
        self.weight = self.add_weight(shape=(shape[-1], shape[-1]), initializer="zeros", name="weight")
        self.off_diagonal = 1 - np.eye(shape[-1], dtype="float32")

    def adjacency(self):
        return self.weight * self.off_diagonal

    def call(self, x):
        return ops.matmul(x, self.adjacency())


class Golem(keras.Model):
    """Likelihood of equal variances, with soft penalties on the number of edges and on cycles: equation 2."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        b = self.get_layer("edges").adjacency()
        d = b.shape[0]
        residual = ops.mean(ops.sum(ops.square(x - y_pred), axis=-1))
        _, log_det = ops.slogdet(ops.eye(d) - b)
        likelihood = d / 2 * ops.log(residual) - log_det
        power = m = ops.eye(d) + ops.square(b) / d  # h(B) of DAG-GNN, a polynomial in the place of the exponential
        for _ in range(d - 1):
            power = ops.matmul(power, m)
        cycles = ops.trace(power) - d
        sparsity, acyclicity = self.penalties
        self.wrong_edges.update_state(b)
        return likelihood + sparsity * ops.sum(ops.abs(b)) + acyclicity * cycles


class WrongEdges(keras.metrics.Metric):
    """Structural Hamming distance: edges that are missing or too many; a reversed one counts once."""

    def __init__(self, truth, threshold):
        super().__init__(name="shd")
        self.truth, self.threshold = truth.astype("float32"), threshold
        self.distance = self.add_weight(shape=(), initializer="zeros", name="distance")

    def update_state(self, b):
        found = ops.cast(ops.abs(b) > self.threshold, "float32")
        wrong = ops.abs(found - self.truth)
        self.distance.assign(ops.sum(ops.maximum(wrong, ops.transpose(wrong))) / 2)

    def result(self):
        return self.distance + 0.0
