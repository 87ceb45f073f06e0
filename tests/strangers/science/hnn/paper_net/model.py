"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - noise of states and derivatives: of the states alone, less than in the paper

Shapes: b batch.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """(q, p) → (dH/dp, -dH/dq), H a network with one output."""
    state = keras.Input(inputs.shape, name="state")  # (b, 2)
    return keras.Model(state, Hamiltonian(units, initializer, name="hamiltonian")(state), name="hnn")


class Hamiltonian(layers.Layer):
    """The time derivatives that Hamilton's equations give; the tape is TensorFlow's."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)

        def dense(width, fan_in, **given):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
            return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **given)

        self.first = dense(units, 2, activation="tanh")
        self.second = dense(units, units, activation="tanh")
        self.last = dense(1, units, use_bias=False)  # a constant is no matter

    def build(self, shape):
        self.first.build(shape)
        self.second.build((None, self.first.units))
        self.last.build((None, self.second.units))

    def energy(self, state):
        return self.last(self.second(self.first(state)))  # (b, 1)

    def call(self, state):
        with tf.GradientTape() as tape:
            tape.watch(state)
            energy = self.energy(state)
        dq, dp = ops.split(tape.gradient(energy, state), 2, axis=-1)  # of H, by q and by p
        return ops.concatenate([dp, -dq], axis=-1)  # (b, 2)
