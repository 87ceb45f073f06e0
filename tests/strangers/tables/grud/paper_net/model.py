"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the decay of the input is diagonal, that of the state is full, as in the paper; no dropout

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """GRU-D: a recurrent unit that lets what was seen last decay towards the mean, which is 0."""
    given = {name: keras.Input(one.shape, dtype=one.dtype, name=name) for name, one in inputs.items()}
    x = layers.Concatenate(name="joined")([given["values"], given["observed"], given["since"]])  # (b, t, 3 c)
    cell = GRUDCell(units, given["values"].shape[-1], initializer)
    x = layers.RNN(cell, name="recurrent")(x)  # (b, units)
    return keras.Model(given, dense(1, x, initializer, name="logit"), name="gru_d")  # (b, 1)


class GRUDCell(layers.Layer):
    """One hour of GRU-D; its states are the hidden one and the value seen last of each sign.

    Source: Che et al. 2018, equations 10 to 14; the mean is 0, as values are standardized.
    """

    def __init__(self, units, signs, initializer, **options):
        super().__init__(**options)
        self.units, self.signs, self.initializer = units, signs, initializer
        self.state_size, self.output_size = [units, signs], units

    def build(self, shape):
        def weight(name, *shape, initializer=None):
            return self.add_weight(name=name, shape=shape, initializer=initializer or self.initializer.kernel())

        signs, units = self.signs, self.units
        self.decay_x = weight("decay_x", signs, initializer=keras.initializers.Constant(0.1))
        self.decay_x_bias = weight("decay_x_bias", signs, initializer="zeros")
        self.decay_h = weight("decay_h", signs, units)
        self.decay_h_bias = weight("decay_h_bias", units, initializer="zeros")
        self.gates = weight("gates", 2 * signs + units, 2 * units)
        self.gates_bias = weight("gates_bias", 2 * units, initializer="zeros")
        self.candidate = weight("candidate", 2 * signs + units, units)
        self.candidate_bias = weight("candidate_bias", units, initializer="zeros")

    def call(self, inputs, states, training=None):
        h, last = states
        x, m, since = ops.split(inputs, 3, axis=-1)  # (b, signs), each
        gamma_x = ops.exp(-ops.relu(since * self.decay_x + self.decay_x_bias))
        gamma_h = ops.exp(-ops.relu(ops.matmul(since, self.decay_h) + self.decay_h_bias))
        last = m * x + (1 - m) * last
        x = m * x + (1 - m) * gamma_x * last
        h = gamma_h * h
        gates = ops.sigmoid(ops.matmul(ops.concatenate([x, h, m], axis=-1), self.gates) + self.gates_bias)
        update, reset = ops.split(gates, 2, axis=-1)
        new = ops.concatenate([x, reset * h, m], axis=-1)
        new = ops.tanh(ops.matmul(new, self.candidate) + self.candidate_bias)
        h = (1 - update) * h + update * new
        return h, [h, last]


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
