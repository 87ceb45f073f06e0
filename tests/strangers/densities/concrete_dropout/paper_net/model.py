"""Concrete dropout (Gal, Hron & Kendall 2017): the dropout rates are learnt, by a continuous relaxation."""

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, units, depth, samples, length):
    x = features = keras.Input(inputs.shape, dtype=inputs.dtype, name="features")
    for i in range(depth):
        x = ConcreteDense(units, samples, length, initializer, activation="relu", name=f"hidden_{i}")(x)
    out = ConcreteDense(2, samples, length, initializer, name="mean_and_log_variance")(x)  # (b, 2)
    return keras.Model(features, out, name="concrete_dropout")


class ConcreteDense(layers.Layer):
    """A dense layer whose inputs are dropped at a rate that is learnt.

    Its penalty is the KL divergence of the paper's equation 3, a sample: l^2 |W|^2 / (1 - p) / N - 2 K H(p) / N.
    """

    def __init__(self, units, samples, length, initializer, activation=None, temperature=0.1, **options):
        super().__init__(**options)
        self.units, self.samples, self.length = units, samples, length
        self.initializer, self.activation = initializer, keras.activations.get(activation)
        self.temperature = temperature
        self.seed = keras.random.SeedGenerator(11)

    def build(self, shape):
        self.kernel = self.add_weight(
            shape=(shape[-1], self.units), initializer=self.initializer.kernel(), name="kernel"
        )
        self.bias = self.add_weight(
            shape=(self.units,), initializer=self.initializer.bias(fan_in=shape[-1]), name="bias"
        )
        self.logit = self.add_weight(shape=(), initializer=initializers.Constant(-2.2), name="logit")  # p = 0.1

    def call(self, x, training=False):
        p = ops.sigmoid(self.logit)
        weight = self.length**2 * ops.sum(ops.square(self.kernel)) / (1 - p)
        entropy = -(p * ops.log(p) + (1 - p) * ops.log(1 - p))
        self.add_loss((weight - 2 * self.kernel.shape[0] * entropy) / self.samples)
        if training:
            u = keras.random.uniform(ops.shape(x), 1e-6, 1 - 1e-6, seed=self.seed)
            drop = ops.sigmoid((self.logit + ops.log(u) - ops.log(1 - u)) / self.temperature)
            x = x * (1 - drop) / (1 - p)
        return self.activation(ops.matmul(x, self.kernel) + self.bias)
