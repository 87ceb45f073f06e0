"""YOURS. A set transformer: attention among the points, pooling by attention from seeds.

Shapes: b batch, n points, k components, d units.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads, components):
    """From a set (b, n, 2) to a mixture's parameters (b, k, 5)."""
    points = keras.Input(inputs.shape, name="points")

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = dense(units, points, name="embedding")  # (b, n, d)
    x = MAB(units, heads, initializer, name="encoder")(x, x)  # (b, n, d)
    seeds = Seeds(components, units, initializer, name="seeds")(x)  # (b, k, d)
    x = MAB(units, heads, initializer, name="pooling")(seeds, x)  # (b, k, d)
    x = MAB(units, heads, initializer, name="decoder")(x, x)
    return keras.Model(points, dense(5, x, name="parameters"), name="set_transformer")


class MAB(layers.Layer):
    """Multihead attention block: H = LN(X + Multihead(X, Y, Y)), LN(H + rFF(H))."""

    def __init__(self, units, heads, initializer, **options):
        super().__init__(**options)
        self.heads, self.size = heads, units // heads
        self.query, self.key, self.value, self.out, self.feed = (
            layers.Dense(units, kernel_initializer=initializer.kernel(), name=name)
            for name in ["query", "key", "value", "out", "feed"]
        )
        self.first, self.second = layers.LayerNormalization(name="first"), layers.LayerNormalization(name="second")

    def build(self, x_shape, y_shape):
        for layer in [self.query, self.out, self.feed, self.first, self.second]:
            layer.build(x_shape)
        for layer in [self.key, self.value]:
            layer.build(y_shape)

    def split(self, x):
        x = ops.reshape(x, (-1, x.shape[1], self.heads, self.size))
        return ops.transpose(x, (0, 2, 1, 3))  # (b, heads, n, size)

    def call(self, x, y):
        q, k, v = self.split(self.query(x)), self.split(self.key(y)), self.split(self.value(y))
        score = ops.einsum("bhik,bhjk->bhij", q, k) / self.size**0.5
        mixed = ops.einsum("bhij,bhjk->bihk", ops.softmax(score, axis=-1), v)
        mixed = ops.reshape(mixed, (-1, x.shape[1], self.heads * self.size))
        h = self.first(x + self.out(mixed))
        return self.second(h + ops.relu(self.feed(h)))


class Seeds(layers.Layer):
    """k vectors that are learnt, the same for each set."""

    def __init__(self, number, units, initializer, **options):
        super().__init__(**options)
        self.number, self.units, self.kernel = number, units, initializer.kernel()

    def build(self, shape):
        self.seeds = self.add_weight(shape=(1, self.number, self.units), initializer=self.kernel, name="seeds")

    def call(self, x):
        return ops.repeat(self.seeds, ops.shape(x)[0], axis=0)
