"""BatchEnsemble (Wen, Tran & Ba 2020): members share a kernel, each has two vectors and a bias of its own.

As in the paper, the batch is repeated, one copy for each member, and goes through the layers at once.
Shapes: b batch, m members, c classes.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, members, units):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Lambda(lambda z: ops.tile(z, (members, 1)), output_shape=inputs.shape, name="copies")(image)  # (m b, 64)
    x = RankOne(units, members, initializer, activation="relu", name="hidden_0")(x)  # (m b, units)
    x = RankOne(units, members, initializer, activation="relu", name="hidden_1")(x)
    x = RankOne(targets.classes, members, initializer, name="logits")(x)  # (m b, c)
    return keras.Model(image, Members(members, name="members")(x), name="batch_ensemble")  # (b, m, c)


class RankOne(layers.Layer):
    """W_i = W * (r_i s_i'), r and s random signs at the start; of the batch's copies, the i-th is member i's."""

    def __init__(self, units, members, initializer, activation=None, **options):
        super().__init__(**options)
        self.units, self.members, self.initializer = units, members, initializer
        self.activation = keras.activations.get(activation)

    def build(self, shape):
        self.kernel = self.add_weight(
            shape=(shape[-1], self.units), initializer=self.initializer.kernel(), name="kernel"
        )
        self.r = self.add_weight(shape=(self.members, 1, shape[-1]), initializer=signs, name="r")
        self.s = self.add_weight(shape=(self.members, 1, self.units), initializer=signs, name="s")
        self.bias = self.add_weight(shape=(self.members, 1, self.units), initializer="zeros", name="bias")

    def call(self, x):
        x = ops.reshape(x, (self.members, -1, x.shape[-1]))  # (m, b, d)
        x = self.activation(ops.matmul(x * self.r, self.kernel) * self.s + self.bias)  # (m, b, units)
        return ops.reshape(x, (-1, self.units))

    def compute_output_shape(self, shape):
        return (*shape[:-1], self.units)


class Members(layers.Layer):
    """The copies side by side: (m b, c) -> (b, m, c)."""

    def __init__(self, members, **options):
        super().__init__(**options)
        self.members = members

    def call(self, x):
        x = ops.reshape(x, (self.members, -1, x.shape[-1]))  # (m, b, c)
        return ops.transpose(x, (1, 0, 2))

    def compute_output_shape(self, shape):
        return (shape[0], self.members, shape[-1])


def signs(shape, dtype=None):
    return ops.sign(keras.random.uniform(shape, -1, 1, dtype=dtype))
