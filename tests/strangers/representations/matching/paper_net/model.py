"""Matching networks (Vinyals et al. 2016), without full context embeddings.

Shapes: b episodes, s shots, w ways, q queries, d features, e embedding.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, sharpness):
    shot, way, features = inputs["support"].shape
    support = keras.Input(inputs["support"].shape, name="support")  # (b, s, w, d)
    query = keras.Input(inputs["query"].shape, name="query")  # (b, q, d)
    embedding = [
        layers.Dense(units, activation="gelu", **start(initializer, features), name="hidden"),
        layers.Dense(units, **start(initializer, units), name="embedding"),
        layers.UnitNormalization(axis=-1, name="sphere"),
    ]

    def embed(x):  # the same for both
        for layer in embedding:
            x = layer(x)
        return x

    known = layers.Reshape((shot * way, units), name="set")(embed(support))  # (b, s * w, e)
    cosine = layers.Dot(axes=(2, 2), name="cosine")([embed(query), known])  # (b, q, s * w)
    probabilities = Votes(shot, way, sharpness, name="votes")(cosine)  # (b, q, w)
    return keras.Model({"support": support, "query": query}, probabilities, name="matching")


class Votes(layers.Layer):
    """Attention of each query over the support set, summed over the examples of each class."""

    def __init__(self, shot, way, sharpness, **options):
        super().__init__(**options)
        self.shot, self.way, self.sharpness = shot, way, sharpness

    def call(self, cosine):
        attention = ops.softmax(self.sharpness * cosine, axis=-1)  # (b, q, s * w)
        attention = ops.reshape(attention, (-1, cosine.shape[1], self.shot, self.way))
        return ops.sum(attention, axis=2)  # (b, q, w)


def start(initializer, fan_in):
    return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}
