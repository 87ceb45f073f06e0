"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the dropout at this size: 0.2 (the paper's 0.5 is for 1,433 features)

Shapes: b batch.
"""

import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, hidden, dropout, weight_decay):
    """Two graph convolutions; equation 9 of the paper."""
    features = keras.Input(inputs["features"].shape, name="features")  # (b, n, f)
    adjacency = keras.Input(inputs["adjacency"].shape, name="adjacency")  # (b, n, n)
    a = Renormalized(name="renormalized")(adjacency)
    x = layers.Dropout(dropout, name="drop_features")(features)
    x = GraphConvolution(hidden, initializer, regularizers.L2(weight_decay), name="first")(x, a)  # (b, n, hidden)
    x = layers.Dropout(dropout, name="drop_hidden")(layers.ReLU(name="relu")(x))
    logits = GraphConvolution(targets.classes, initializer, name="logits")(x, a)  # (b, n, classes)
    return keras.Model({"features": features, "adjacency": adjacency}, logits, name="gcn")


class Renormalized(layers.Layer):
    """D^-1/2 (A + I) D^-1/2, with the degrees of A + I."""

    def call(self, adjacency):
        a = adjacency + ops.eye(adjacency.shape[-1])
        root = ops.rsqrt(ops.sum(a, axis=-1))  # (b, n)
        return root[:, :, None] * a * root[:, None, :]


class GraphConvolution(layers.Layer):
    def __init__(self, units, initializer, regularizer=None, **options):
        super().__init__(**options)
        self.units, self.initializer, self.regularizer = units, initializer, regularizer

    def build(self, x_shape, a_shape):
        kernel = self.initializer.kernel()
        self.w = self.add_weight(shape=(x_shape[-1], self.units), initializer=kernel, regularizer=self.regularizer)
        self.b = self.add_weight(shape=(self.units,), initializer=self.initializer.bias(fan_in=x_shape[-1]))

    def call(self, x, a):
        return ops.matmul(a, ops.matmul(x, self.w)) + self.b
