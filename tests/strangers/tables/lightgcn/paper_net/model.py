import keras
from keras import layers, ops


def network(inputs, targets, initializer, dimension, depth, penalty, graph):
    """Scores of all films for a user, (b, films)."""
    user = keras.Input((), dtype=inputs.dtype, name="user")
    return keras.Model(
        user, LightGCN(inputs.classes, dimension, depth, graph, penalty, name="lightgcn")(user), name="scores"
    )


class LightGCN(layers.Layer):
    """Embeddings, propagated `depth` times over the graph without weights or activations; all layers are averaged.

    Source: He et al. 2020, equations 7 to 9.
    """

    def __init__(self, users, dimension, depth, graph, penalty, **options):
        super().__init__(**options)
        self.users, self.dimension, self.depth = users, dimension, depth
        self.graph, self.penalty = graph, penalty

    def build(self, shape):
        start = keras.initializers.RandomNormal(stddev=0.1, seed=0)
        self.table = self.add_weight(
            shape=(len(self.graph), self.dimension),
            initializer=start,
            regularizer=keras.regularizers.L2(self.penalty),
            name="table",
        )

    def call(self, user):
        adjacency = ops.convert_to_tensor(self.graph)
        layer = total = self.table
        for _ in range(self.depth):
            layer = ops.matmul(adjacency, layer)  # (users + films, dimension)
            total = total + layer
        mean = total / (self.depth + 1)
        return ops.matmul(ops.take(mean[: self.users], user, axis=0), ops.transpose(mean[self.users :]))
