"""YOURS. What learns. b batch, n nodes, d embedding."""

import keras
from keras import layers, ops

from .data import adjacency


def network(inputs, targets, initializer, seed, units, embedding, dropout):
    """A pair of nodes (b, 2) to the logit of an edge between them (b, 1).

    Source: Kipf and Welling 2016, arXiv 1611.07308: the GAE, without features.
    """
    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="pair")
    graph = adjacency(inputs.classes, seed)
    z = GraphEncoder(graph, units, embedding, dropout, initializer, name="embedding")(pair)  # (b, 2, d)
    logit = layers.Dot(axes=-1, name="logit")([z[:, 0], z[:, 1]])  # (b, 1)
    return keras.Model(pair, logit, name="graph_autoencoder")


class GraphEncoder(layers.Layer):
    """Z = A relu(A W0) W1, of all the nodes; the rows of those that are asked for."""

    def __init__(self, graph, units, embedding, dropout, initializer, **options):
        super().__init__(**options)
        self.graph, self.units, self.embedding, self.initializer = graph, units, embedding, initializer
        self.dropout = layers.Dropout(dropout)

    def build(self, shape):
        n = len(self.graph)
        self.w0 = self.add_weight(shape=(n, self.units), initializer=self.initializer.kernel(), name="w0")
        self.w1 = self.add_weight(shape=(self.units, self.embedding), initializer=self.initializer.kernel(), name="w1")

    def call(self, pair, training=None):
        a = ops.convert_to_tensor(self.graph)
        hidden = ops.relu(ops.matmul(a, self.dropout(self.w0, training=training)))  # (n, units)
        z = ops.matmul(ops.matmul(a, hidden), self.w1)  # (n, d)
        return ops.take(z, pair, axis=0)
