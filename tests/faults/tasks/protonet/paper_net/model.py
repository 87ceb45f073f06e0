"""YOURS. What learns.

Shapes: b batch, w ways, s shots, q queries, e dimensions of the embedding.
"""

import keras
from keras import layers, ops


def protonet(inputs, targets, initializer, width, dimensions):
    """Prototypical network; Snell et al. 2017: a query belongs to the class whose mean embedding is nearest."""
    support = keras.Input(inputs["support"].shape, dtype=inputs["support"].dtype, name="support")  # (b, w, s, 24)
    query = keras.Input(inputs["query"].shape, dtype=inputs["query"].dtype, name="query")  # (b, q, 24)
    values = query.shape[-1]
    encoder = embedding(values, width, dimensions, initializer, "encoder")
    prototypes = ops.mean(encoder(support), axis=2)  # (b, w, e)
    queries = encoder(query)  # (b, q, e)
    apart = ops.expand_dims(queries, 2) - ops.expand_dims(prototypes, 1)  # (b, q, w, e)
    logits = -ops.sum(ops.square(apart), axis=-1)  # (b, q, w)
    return keras.Model({"support": support, "query": query}, logits, name="protonet")


def embedding(values, width, dimensions, initializer, name):
    """Two hidden layers on the last axis, whatever stands before it; called twice it is the same layers."""
    stack = []
    for index, units in enumerate((width, width, dimensions)):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=values)
        activation, label = ("relu" if index < 2 else None), f"{name}{index}"
        stack.append(
            layers.Dense(units, activation=activation, kernel_initializer=kernel, bias_initializer=bias, name=label)
        )
        values = units

    def embed(x):
        for layer in stack:
            x = layer(x)
        return x

    return embed
