import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, scale):
    """A flow without sources: the curl of a stream function, which is a network of two hidden layers."""
    place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")
    velocity = Curl(units, scale, initializer, name="curl")(place)  # (b, 2)
    return keras.Model(place, velocity, name="divergence_free")


class Curl(layers.Layer):
    """(d psi / dy, -d psi / dx) of psi(x, y) = w · tanh(W tanh(V (x, y) + a) + c), its gradient carried forward.

    Source: Richter-Powell et al. 2022, Section 3.
    """

    def __init__(self, units, scale, initializer, **options):
        super().__init__(**options)
        self.units, self.scale, self.initializer = units, scale, initializer

    def build(self, shape):
        n, kernel, bias = self.units, self.initializer.kernel, self.initializer.bias
        self.v = self.add_weight(shape=(shape[-1], n), initializer=kernel(), name="v")
        self.a = self.add_weight(shape=(n,), initializer=keras.initializers.RandomUniform(-2, 2), name="a")
        self.w = self.add_weight(shape=(n, n), initializer=kernel(), name="w")
        self.c = self.add_weight(shape=(n,), initializer=bias(fan_in=n), name="c")
        self.out = self.add_weight(shape=(n, 1), initializer=kernel(), name="out")

    def call(self, place):
        v = self.scale * self.v
        h = ops.tanh(ops.matmul(place, v) + self.a)  # (b, n)
        slope = ops.expand_dims(1 - ops.square(h), 1) * v  # (b, 2, n): of h, to x and to y
        h = ops.tanh(ops.matmul(h, self.w) + self.c)
        slope = ops.expand_dims(1 - ops.square(h), 1) * ops.matmul(slope, self.w)
        x, y = ops.split(ops.matmul(slope, self.out)[..., 0], 2, axis=-1)  # (b, 1) each: of psi
        return ops.concatenate([y, -x], axis=-1)
