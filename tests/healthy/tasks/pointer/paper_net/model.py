"""YOURS. What learns. Shapes: b batch, n elements, d width."""

import keras
from keras import layers, ops


def pointer(inputs, targets, initializer, width, blocks):
    """Vinyals et al. 2015 without recurrence: the set looks at itself, then each output place points at an element."""
    numbers = keras.Input(inputs.shape, dtype=inputs.dtype, name="numbers")  # (b, n, 1)
    x = dense(numbers, width, initializer, "embed", "tanh")  # (b, n, d)
    for index in range(blocks):
        # pairs: what an element is beside each other one, then the mean of these (a set, so no positions)
        mine = ops.expand_dims(dense(x, width, initializer, f"mine{index}"), 2)  # (b, n, 1, d)
        other = ops.expand_dims(dense(x, width, initializer, f"other{index}"), 1)  # (b, 1, n, d)
        x = x + ops.mean(ops.tanh(2.0 * (mine + other)), axis=2)
        x = x + dense(x, width, initializer, f"update{index}", "relu")
    key = dense(x, width, initializer, "key")  # (b, n, d)
    score = Pointing(name="places")(key)  # (b, places, elements)
    return keras.Model(numbers, score, name="pointer")


def dense(x, units, initializer, name, activation=None):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation=activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class Pointing(layers.Layer):
    """One learnt query for each output place, and its product with the keys of all elements."""

    def build(self, shape):
        self.queries = self.add_weight(shape=shape[1:], initializer="uniform", name="queries")  # (places, d)

    def call(self, key):
        return ops.einsum("pd,bnd->bpn", self.queries, key)  # (b, places, elements)
