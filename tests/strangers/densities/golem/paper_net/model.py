"""GOLEM with equal noise variances, Ng et al. 2020."""

import keras
from keras import layers, ops

from .data import true_graph


def network(inputs, targets, initializer, sparse, acyclic, graph):
    """x → x W: each variable from its parents."""
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="variables")  # (b, d)
    parents = Parents(name="parents")
    return Golem(parents, sparse, acyclic, true_graph(**graph), inputs=x, outputs=parents(x), name="golem")


class Parents(layers.Layer):
    """W begins with zeros, as in the paper; no variable is its own parent."""

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], shape[-1]), initializer="zeros", name="w")

    @property
    def weights_of_edges(self):
        return self.w * (1 - ops.eye(self.w.shape[0]))

    def call(self, x):
        return ops.matmul(x, self.weights_of_edges)


class Golem(keras.Model):
    def __init__(self, parents, sparse, acyclic, truth, **options):
        super().__init__(**options)
        self.parents, self.sparse, self.acyclic = parents, sparse, acyclic
        self.truth = ops.convert_to_tensor(truth != 0, "float32")
        self.shd = keras.metrics.Mean(name="shd")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """-log-likelihood + lambda_1 ||W||_1 + lambda_2 h(W), equation 2 with EV."""
        w = self.parents.weights_of_edges
        d = w.shape[0]
        squares = ops.mean(ops.sum((x - y_pred) ** 2, axis=-1))
        _, log_det = ops.slogdet(ops.eye(d) - w)
        likelihood = 0.5 * d * ops.log(squares) - log_det
        self.shd.update_state(self.wrong_edges(w))
        return likelihood + self.sparse * ops.sum(ops.abs(w)) + self.acyclic * cycles(w)

    def wrong_edges(self, w, threshold=0.3):
        """Structural Hamming distance: additions, deletions, and reversals, which count once."""
        found = ops.cast(ops.abs(w) > threshold, "float32")
        differs = ops.abs(found - self.truth)
        return 0.5 * ops.sum(ops.maximum(differs, ops.transpose(differs)))


def cycles(w):
    """tr(exp(W∘W)) - d, by its series: 0 where there is no cycle."""
    power = step = w * w
    total = 0.0
    for n in range(2, w.shape[0] + 1):
        power = ops.matmul(power, step) / n
        total = total + ops.trace(power)
    return total
