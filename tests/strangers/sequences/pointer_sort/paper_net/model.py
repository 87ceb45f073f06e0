"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """An LSTM reads the numbers, another one writes; at each step it points at one of what was read."""
    numbers = keras.Input(inputs["numbers"].shape, name="numbers")
    before = keras.Input(inputs["before"].shape, name="before")
    read, *state = layers.LSTM(
        units, return_sequences=True, return_state=True, kernel_initializer=initializer.kernel(), name="encoder"
    )(numbers)  # (b, m, units)
    written = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="decoder")(
        before, initial_state=state
    )  # (b, t, units)
    logits = Pointer(units, initializer, name="pointers")([read, written])
    return keras.Model({"numbers": numbers, "before": before}, logits, name="pointer_network")  # (b, t, m)


class Pointer(layers.Layer):
    """u[t, j] = v tanh(W1 e[j] + W2 d[t]), the logits of pointing at j in step t (equation 3)."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.w1 = layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel(), name="w1")
        self.w2 = layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel(), name="w2")
        self.v = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="v")

    def build(self, shapes):
        self.w1.build(shapes[0])
        self.w2.build(shapes[1])
        self.v.build((None, None, None, self.w1.units))

    def call(self, both):
        read, written = both
        at = ops.expand_dims(self.w1(read), 1)  # (b, 1, m, units)
        by = ops.expand_dims(self.w2(written), 2)  # (b, t, 1, units)
        return ops.squeeze(self.v(ops.tanh(at + by)), -1)  # (b, t, m)
