"""YOURS. What learns. Shapes: b episodes, s support, q queries, e embedding, w ways."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding):
    """One embedding of support and queries, then ridge regression from one to the other."""
    support = keras.Input(inputs["support"].shape, dtype="float32", name="support")  # (b, s, 40)
    label = keras.Input(inputs["label"].shape, dtype="int32", name="label")  # (b, s)
    query = keras.Input(inputs["query"].shape, dtype="float32", name="query")  # (b, q, 40)
    embed = embedder(inputs["support"].shape[-1], units, embedding, initializer)
    scores = Ridge(targets.classes, name="ridge")(embed(support), label, embed(query))  # (b, q, w)
    return keras.Model({"support": support, "label": label, "query": query}, scores, name="r2d2")


def embedder(features, units, embedding, initializer):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = sample = keras.Input((None, features), name="sample")
    x = dense(units, x, activation="leaky_relu", name="hidden")
    return keras.Model(sample, dense(embedding, x, name="embedding"), name="embed")  # (b, n, e)


class Ridge(layers.Layer):
    """W = X' (X X' + l I)^-1 Y of the support, and the queries' scores a Q W + b; l, a and b are learnt.

    The Woodbury form inverts a matrix of the support's size, not of the embedding's.

    Source: Bertinetto et al. 2019, arXiv 1805.08136, equations 4 to 6.
    """

    def __init__(self, ways, **options):
        super().__init__(**options)
        self.ways = ways

    def build(self, *shapes):
        self.log_l = self.add_weight(shape=(), initializer="zeros", name="log_l")
        self.a = self.add_weight(shape=(), initializer="ones", name="a")
        self.b = self.add_weight(shape=(), initializer="zeros", name="b")

    def call(self, support, label, query):
        y = ops.one_hot(label, self.ways, dtype=support.dtype)  # (b, s, w)
        gram = ops.matmul(support, ops.transpose(support, (0, 2, 1)))  # (b, s, s)
        gram = gram + ops.exp(self.log_l) * ops.eye(support.shape[1], dtype=support.dtype)
        w = ops.matmul(ops.transpose(support, (0, 2, 1)), ops.solve(gram, y))  # (b, e, w)
        return self.a * ops.matmul(query, w) + self.b  # (b, q, w)
