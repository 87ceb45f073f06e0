"""YOURS. What learns. Shapes: b batch, n nodes, h heads, u units of a head."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, heads, units, dropout):
    """Two layers of graph attention, the heads of the last one averaged. From Velickovic et al. 2018."""
    nodes = keras.Input(inputs["nodes"].shape, name="nodes")
    edges = keras.Input(inputs["edges"].shape, name="edges")
    x = GraphAttention(heads, units, dropout, initializer, name="attention_1")(nodes, edges)  # (b, n, h u)
    x = layers.Activation("elu", name="elu")(x)
    x = GraphAttention(heads, targets.classes, dropout, initializer, average=True, name="attention_2")(x, edges)
    return keras.Model({"nodes": nodes, "edges": edges}, x, name="gat")  # (b, n, classes)


class GraphAttention(layers.Layer):
    """A node's neighbours (itself is one) weighted by softmax of LeakyReLU(a [W h_i, W h_j]); equations 1 to 6."""

    def __init__(self, heads, units, dropout, initializer, average=False, **options):
        super().__init__(**options)
        self.heads, self.units, self.average = heads, units, average
        self.draw = initializer.kernel
        self.dropout = layers.Dropout(dropout)

    def build(self, nodes_shape, edges_shape):
        self.w = self.add_weight(shape=(nodes_shape[-1], self.heads * self.units), initializer=self.draw(), name="w")
        self.a_to = self.add_weight(shape=(self.heads, self.units), initializer=self.draw(), name="a_to")
        self.a_from = self.add_weight(shape=(self.heads, self.units), initializer=self.draw(), name="a_from")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, nodes, edges, training=None):
        n = nodes.shape[1]
        h = ops.reshape(ops.matmul(nodes, self.w), (-1, n, self.heads, self.units))  # (b, n, h, u)
        to = ops.einsum("bnhu,hu->bhn", h, self.a_to)
        source = ops.einsum("bnhu,hu->bhn", h, self.a_from)
        scores = ops.leaky_relu(to[:, :, :, None] + source[:, :, None, :], 0.2)  # (b, h, n, n)
        scores = ops.where(edges[:, None] > 0, scores, -1e9)
        attention = self.dropout(ops.softmax(scores, axis=-1), training=training)
        x = ops.einsum("bhij,bjhu->bihu", attention, h) + self.bias  # (b, n, h, u)
        if self.average:
            return ops.mean(x, axis=2)
        return ops.reshape(x, (-1, n, self.heads * self.units))
