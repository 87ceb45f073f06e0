import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, periods):
    """A clockwork layer over the frames, and a linear answer from its last state."""
    x = frames = keras.Input(inputs.shape, dtype=inputs.dtype, name="frames")  # (b, t, f)
    cell = ClockworkCell(units, periods, initializer)
    x = layers.RNN(cell, name="clockwork")(x)  # (b, modules * units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="words")(x)  # (b, c)
    return keras.Model(frames, x, name="clockwork_rnn")


class ClockworkCell(layers.Layer):
    """Modules of units, each with a clock: at step t only those whose period divides t compute, the others hold.

    A module reads itself and the slower ones: the recurrent matrix is block-upper triangular.

    Source: Koutnik et al. 2014, equations 1 and 2, Section 3.
    """

    def __init__(self, units, periods, initializer, **options):
        super().__init__(**options)
        self.units, self.periods, self.initializer = units, periods, initializer
        self.state_size = [units * len(periods), 1]
        self.output_size = units * len(periods)

    def build(self, shape):
        width = self.output_size
        self.kernel = self.add_weight(shape=(shape[-1], width), initializer=self.initializer.kernel(), name="kernel")
        self.recurrent = self.add_weight(shape=(width, width), initializer=self.initializer.kernel(), name="recurrent")
        self.bias = self.add_weight(shape=(width,), initializer="zeros", name="bias")
        period = np.repeat(np.array(self.periods), self.units)  # (width)
        self.slower = (period[:, None] >= period[None, :]).astype("float32")  # from row to column

    def call(self, x, states):
        h, t = states  # (b, width), (b, 1)
        new = ops.tanh(x @ self.kernel + h @ (self.recurrent * self.slower) + self.bias)
        period = ops.convert_to_tensor(np.repeat(np.array(self.periods, "float32"), self.units))
        ticks = ops.equal(ops.mod(t, period), 0)  # (b, width)
        h = ops.where(ticks, new, h)
        return h, [h, t + 1]
