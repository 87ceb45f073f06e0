"""What learns: a pointer network.

Shapes: b batch, n numbers, u units.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """From numbers (b, n, 1) and those pointed at before (b, n, 1) to logits over the numbers (b, n, n)."""
    numbers = keras.Input(inputs["numbers"].shape, name="numbers")
    previous = keras.Input(inputs["previous"].shape, name="previous")
    e, state = gru(numbers, units, initializer, name="encoder")  # (b, n, u), (b, u)
    d, _ = gru(previous, units, initializer, initial_state=state, name="decoder")  # (b, n, u)
    u = Pointer(units, initializer, name="pointer")(e, d)  # (b, n, n)
    return keras.Model({"numbers": numbers, "previous": previous}, u, name="pointer_network")


def gru(x, units, initializer, name, initial_state=None):
    layer = layers.GRU(
        units, return_sequences=True, return_state=True, unroll=True, kernel_initializer=initializer.kernel(), name=name
    )
    return layer(x, initial_state=initial_state)


class Pointer(layers.Layer):
    """u_ij = v · tanh(W1 e_j + W2 d_i), for step i of the decoder and place j of the encoder.

    Source: Vinyals et al. 2015, equation 3.
    """

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.w1 = layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel(), name="w1")
        self.w2 = layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel(), name="w2")
        self.v = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="v")

    def build(self, e_shape, d_shape=None):
        self.w1.build(e_shape)
        self.w2.build(e_shape)
        self.v.build((None, self.w1.units))

    def call(self, e, d):
        keys = ops.expand_dims(self.w1(e), 1)  # (b, 1, n, u)
        queries = ops.expand_dims(self.w2(d), 2)  # (b, n, 1, u)
        return ops.squeeze(self.v(ops.tanh(keys + queries)), -1)  # (b, n, n)
