import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Two neural accumulators, one upon the other."""
    numbers = keras.Input(inputs.shape, name="numbers")
    x = NAC(units, initializer, name="parts")(numbers)  # (b, units)
    return keras.Model(numbers, NAC(targets.shape[0], initializer, name="answer")(x), name="nac")  # (b, 2)


def accumulator(w, m):
    """Weights near -1, 0 or 1: W = tanh(Ŵ) ⊙ σ(M̂), Trask et al. 2018, Section 3."""
    return ops.tanh(w) * ops.sigmoid(m)


class NAC(layers.Layer):
    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        shape = (shape[-1], self.units)
        self.w = self.add_weight(shape=shape, initializer=self.initializer.kernel(), name="w")
        self.m = self.add_weight(shape=shape, initializer=self.initializer.kernel(), name="m")

    def call(self, x):
        return ops.matmul(x, accumulator(self.w, self.m))
