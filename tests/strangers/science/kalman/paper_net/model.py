"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
import numpy as np
from keras import layers, ops

from .data import ROTATION


def network(inputs, targets, initializer, units):
    """A Kalman filter whose gain a recurrent network gives; the dynamics are known, the noise is not."""
    seen = keras.Input(inputs.shape, name="seen")  # (b, t, 1)
    cell = KalmanCell(units, initializer)
    return keras.Model(seen, layers.RNN(cell, return_sequences=True, name="filter")(seen), name="kalman_net")


class KalmanCell(layers.Layer):
    """One step: predict by F, correct by the innovation times the gain."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
        self.units = units
        self.state_size = [2, 2, units]  # the state, its last correction, the memory
        self.output_size = 2
        self.memory = layers.GRUCell(units, kernel_initializer=initializer.kernel())
        self.gain = layers.Dense(2, kernel_initializer=kernel, bias_initializer=bias)
        self.f = np.array(ROTATION.T, "float32")

    def build(self, shape):
        self.memory.build((None, 3))
        self.gain.build((None, self.units))

    def call(self, y, states):
        x, correction, memory = states
        prior = ops.matmul(x, self.f)  # (b, 2)
        innovation = y - prior[:, :1]  # (b, 1)
        features = ops.concatenate([innovation, correction], axis=-1)
        out, memory = self.memory(features, memory)
        correction = self.gain(out) * innovation  # (b, 2)
        x = prior + correction
        return x, [x, correction, memory[0] if isinstance(memory, list) else memory]
