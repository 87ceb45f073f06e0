import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """GraphSAGE with two layers and the mean aggregator, on sampled neighbourhoods.

    Source: Hamilton et al. 2017, Inductive Representation Learning on Large Graphs, algorithm 2.
    """
    node, hop1, hop2 = (
        keras.Input(inputs[name].shape, dtype=inputs[name].dtype, name=name) for name in ("node", "hop1", "hop2")
    )
    first, second = Sage(units, initializer, name="sage_1"), Sage(units, initializer, name="sage_2")
    inner = first(node, ops.mean(hop1, axis=1))  # (b, units)
    outer = first(hop1, ops.mean(hop2, axis=2))  # (b, first, units)
    x = second(inner, ops.mean(outer, axis=1))  # (b, units)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)
    return keras.Model({"node": node, "hop1": hop1, "hop2": hop2}, x, name="graphsage")  # (b, classes)


class Sage(layers.Layer):
    """A node and the mean of its neighbours → unit_length(relu(W [node, mean]))."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.dense = layers.Dense(units, activation="relu", use_bias=False, kernel_initializer=initializer.kernel())

    def build(self, node_shape, neighbours_shape):
        self.dense.build((*node_shape[:-1], node_shape[-1] + neighbours_shape[-1]))

    def call(self, node, neighbours):
        return unit_length(self.dense(ops.concatenate([node, neighbours], axis=-1)))


def unit_length(x):
    """Each vector divided by its length (algorithm 1, line 7)."""
    return x / ops.sqrt(ops.sum(x**2, axis=-1, keepdims=True) + 1e-9)
