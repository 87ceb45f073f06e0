import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, steps, gamma, sparsity):
    """TabNet: in each step a mask chooses columns, a feature transformer works on them; the decisions are added up.

    Args:
        units: of the decision, and as many of what the next step's mask is made of.
        gamma: how far a column may be used again in a later step; 1: not at all.
        sparsity: weight of the masks' entropy.
    """

    def dense(width, **options):
        return layers.Dense(width, kernel_initializer=initializer.kernel(), **options)

    shared = dense(4 * units, use_bias=False, name="shared")

    def transformed(x, name):
        x = glu(layers.BatchNormalization(momentum=0.9)(shared(x)))  # (b, 2 * units)
        own = dense(4 * units, use_bias=False, name=name)(x)
        return (x + glu(layers.BatchNormalization(momentum=0.9)(own))) * math.sqrt(0.5)  # (b, 2 * units)

    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")  # (b, columns)
    features = layers.BatchNormalization(momentum=0.9, name="columns")(row)
    prior = ops.ones_like(features)
    x = transformed(features, "first")
    total = 0.0
    for step in range(steps):
        scores = dense(inputs.shape[0], use_bias=False, name=f"scores_{step}")(x[:, units:])
        scores = layers.BatchNormalization(momentum=0.9)(scores)
        mask = Sparsemax(sparsity / steps, name=f"mask_{step}")(scores * prior)  # (b, columns)
        prior = prior * (gamma - mask)
        x = transformed(mask * features, f"step_{step}")
        total = total + ops.relu(x[:, :units])  # (b, units)
    return keras.Model(row, dense(1, name="logit")(total), name="tabnet")  # (b, 1)


def glu(x):
    value, gate = ops.split(x, 2, axis=-1)
    return value * ops.sigmoid(gate)


class Sparsemax(layers.Layer):
    """The projection onto the simplex, of Martins & Astudillo 2016; its entropy is added to the loss."""

    def __init__(self, weight, **options):
        super().__init__(**options)
        self.weight = weight

    def call(self, z):
        ordered = ops.flip(ops.sort(z, axis=-1), axis=-1)  # (b, columns)
        summed = ops.cumsum(ordered, axis=-1)
        places = ops.arange(1, z.shape[-1] + 1, dtype=z.dtype)
        inside = ops.cast(1 + places * ordered > summed, z.dtype)
        size = ops.sum(inside, axis=-1, keepdims=True)  # (b, 1)
        threshold = (ops.sum(inside * ordered, axis=-1, keepdims=True) - 1) / size
        mask = ops.relu(z - threshold)
        self.add_loss(self.weight * ops.mean(ops.sum(-mask * ops.log(mask + 1e-6), axis=-1)))
        return mask
