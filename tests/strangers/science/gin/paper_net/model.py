"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, depth):
    """GIN-epsilon with jumping readout: the sums over the nodes after each layer, side by side.

    Source: Xu et al. 2019, How Powerful are Graph Neural Networks?, equations 4.1 and 4.2.
    """
    adjacency = keras.Input(inputs["adjacency"].shape, name="adjacency")
    nodes = keras.Input(inputs["nodes"].shape, name="nodes")
    h, read = nodes, []
    for i in range(depth):
        h = GraphIsomorphism(units, initializer, name=f"gin_{i}")(h, adjacency, nodes)  # (b, n, units)
        read.append(layers.Lambda(lambda h: ops.sum(h, axis=1), name=f"readout_{i}")(h))  # (b, units)
    x = layers.Concatenate(name="readout")(read)  # (b, depth * units)
    x = layers.BatchNormalization(name="scale")(x)
    x = layers.Dropout(0.3, name="dropout")(x)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model({"adjacency": adjacency, "nodes": nodes}, logits, name="gin")


class GraphIsomorphism(layers.Layer):
    """h_v → MLP((1 + eps) h_v + sum of h_u over the neighbours u), for the nodes that are there."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.first = layers.Dense(units, activation="relu", kernel_initializer=initializer.kernel())
        self.second = layers.Dense(units, kernel_initializer=initializer.kernel())
        self.norm = layers.BatchNormalization()

    def build(self, shape, *_):
        self.eps = self.add_weight(shape=(), initializer="zeros", name="eps")
        self.first.build(shape)
        wide = (*shape[:-1], self.first.units)
        self.second.build(wide)
        self.norm.build(wide)

    def compute_output_shape(self, shape, *_):
        return (*shape[:-1], self.first.units)

    def call(self, h, adjacency, there, training=None):
        neighbours = ops.matmul(adjacency, h)  # (b, n, units)
        x = self.second(self.first((1 + self.eps) * h + neighbours))
        x = self.norm(x, training=training, mask=ops.squeeze(there, -1) > 0)
        return ops.relu(x) * there  # (b, n, units)
