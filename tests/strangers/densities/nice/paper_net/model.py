"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the columns' order: as they come, odd and even

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, couplings):
    """Additive couplings that change the odd and the even columns in turn, a scaling, and a logistic prior."""
    x = signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, d)
    for i in range(couplings):
        x = Coupling(i % 2, units, initializer, name=f"coupling_{i}")(x)  # (b, d)
    return keras.Model(signal, LogisticPrior(name="log_density")(x), name="nice")  # (b)


class Coupling(layers.Layer):
    """One half of the columns is kept, and a function of it added to the other half: volume is preserved."""

    def __init__(self, parity, units, initializer, **options):
        super().__init__(**options)
        self.parity, self.units, self.initializer = parity, units, initializer

    def build(self, shape):
        half = shape[-1] // 2
        sizes = [(self.units, "relu"), (self.units, "relu"), (half, None)]
        self.shift = keras.Sequential(
            [layers.Dense(n, activation, kernel_initializer=self.initializer.kernel()) for n, activation in sizes]
        )
        self.shift.build((None, half))

    def call(self, x):
        even, odd = x[:, 0::2], x[:, 1::2]
        if self.parity:
            even = even + self.shift(odd)
        else:
            odd = odd + self.shift(even)
        return ops.reshape(ops.stack([even, odd], axis=-1), (-1, x.shape[-1]))  # (b, d)


class LogisticPrior(layers.Layer):
    """log p(x) of h = exp(s) x, each with the standard logistic density; the sum of s is the log-determinant."""

    def build(self, shape):
        self.s = self.add_weight(shape=(shape[-1],), initializer="zeros", name="s")

    def call(self, x):
        h = x * ops.exp(self.s)
        log_prior = -ops.softplus(h) - ops.softplus(-h)  # (b, d)
        return ops.sum(log_prior + self.s, axis=-1)  # (b)
