import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, depth, penalty):
    """A soft decision tree; its answer is the log-probability of each class, expected over the leaves."""
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, 64)
    tree = SoftTree(depth, targets.classes, penalty, initializer, name="tree")
    return keras.Model(pixels, tree(pixels), name="soft_tree")  # (b, 10)


class SoftTree(layers.Layer):
    """Inner nodes send a sample to the right with p = sigmoid(beta (w x + b)); each leaf has one distribution.

    Returns sum over leaves of P(leaf | x) * log Q(class | leaf), (b, classes).

    Args:
        depth: levels of inner nodes; there are 2 ** depth leaves.
        classes: of the leaves' distributions.
        penalty: lambda of equation 5 at the root, halved at each level below it; keeps both sides of a node in use.
        initializer: of the nodes' filters.

    Source: Frosst & Hinton 2017, Section 3 and equations 1 to 5.
    """

    def __init__(self, depth, classes, penalty, initializer, **options):
        super().__init__(**options)
        self.depth, self.classes, self.penalty = depth, classes, penalty
        nodes = 2**depth - 1
        self.filters = layers.Dense(
            nodes, kernel_initializer=initializer.kernel(), bias_initializer="zeros", name="filters"
        )

    def build(self, shape):
        self.filters.build(shape)
        self.beta = self.add_weight(shape=(2**self.depth - 1,), initializer="ones", name="beta")  # inverse temperature
        self.leaves = self.add_weight(shape=(2**self.depth, self.classes), initializer="random_normal", name="leaves")

    def call(self, x):
        right = ops.sigmoid(self.beta * self.filters(x))  # (b, nodes), level by level
        reach = ops.ones_like(right[:, :1])  # (b, 1): P of each node of the level
        for level in range(self.depth):
            first = 2**level - 1
            p = right[:, first : first + 2**level]  # (b, 2 ** level)
            share = ops.sum(reach * p, axis=0) / (ops.sum(reach, axis=0) + 1e-7)  # (2 ** level), alpha of equation 4
            balance = 0.5 * ops.log(share + 1e-7) + 0.5 * ops.log(1 - share + 1e-7)
            self.add_loss(-self.penalty * 2.0**-level * ops.sum(balance + math.log(2)))  # 0 where it is balanced
            reach = ops.stack([reach * (1 - p), reach * p], axis=-1)  # (b, 2 ** level, 2)
            reach = ops.reshape(reach, (-1, 2 ** (level + 1)))
        return ops.matmul(reach, ops.log_softmax(self.leaves, axis=-1))  # (b, leaves) x (leaves, classes)
