import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, replicas, depth, leaves, sums, seed):
    """A random and tensorized sum-product network: log p(pixels), exactly; from (b, v) to (b, 1).

    Source: Peharz et al. 2019, Random sum-product networks, section 3.
    """
    random = np.random.default_rng(seed)
    orders = np.stack([random.permutation(inputs.shape[0]) for _ in range(replicas)])  # (r, v)
    pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")
    x = Leaves(orders.reshape(replicas, 2**depth, -1), leaves, name="leaves")(pixels)  # (b, r, regions, leaves)
    for level in range(depth - 1):
        x = Sums(sums, name=f"sums_{level}")(products(x))  # (b, r, regions / 2, sums)
    x = layers.Reshape((1, 1, -1), name="all")(products(x))  # the root mixes all replicas
    x = Sums(1, name="root")(x)  # (b, 1, 1, 1)
    return keras.Model(pixels, layers.Reshape((1,), name="log_p")(x), name="rat_spn")  # (b, 1)


def products(x):
    """Every pair of nodes of two neighbouring regions: (b, r, 2 p, k) → (b, r, p, k * k)."""
    left, right = x[:, :, 0::2], x[:, :, 1::2]
    pairs = ops.expand_dims(left, -1) + ops.expand_dims(right, -2)  # (b, r, p, k, k)
    return ops.reshape(pairs, (-1, *pairs.shape[1:3], pairs.shape[3] * pairs.shape[4]))


class Leaves(layers.Layer):
    """Factorised Bernoulli distributions of each leaf region's pixels."""

    def __init__(self, regions, units, **options):
        super().__init__(**options)
        self.regions, self.units = regions, units  # (r, p, v)

    def build(self, shape):
        start = keras.initializers.RandomNormal(stddev=1.0)
        self.logits = self.add_weight(shape=(*self.regions.shape, self.units), initializer=start, name="logits")

    def call(self, pixels):
        x = ops.take(pixels, self.regions.reshape(-1), axis=1)  # (b, r * p * v)
        x = ops.reshape(x, (-1, *self.regions.shape))
        on = ops.einsum("brpv,rpvk->brpk", x, ops.log_sigmoid(self.logits))
        off = ops.einsum("brpv,rpvk->brpk", 1 - x, ops.log_sigmoid(-self.logits))
        return on + off


class Sums(layers.Layer):
    """Mixtures of a region's products, in logarithms; the weights of each mixture add up to one."""

    def __init__(self, units, **options):
        super().__init__(**options)
        self.units = units

    def build(self, shape):
        start = keras.initializers.RandomNormal(stddev=0.5)
        self.logits = self.add_weight(shape=(*shape[1:], self.units), initializer=start, name="logits")

    def call(self, x):
        weights = ops.softmax(self.logits, axis=-2)  # (r, p, children, units)
        largest = ops.max(x, axis=-1, keepdims=True)
        return ops.log(ops.einsum("brpc,rpck->brpk", ops.exp(x - largest), weights) + 1e-30) + largest
