import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, bits):
    """A network whose weights and activations are quantised, with steps that are learnt."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 20)
    x = QuantDense(units, 8, False, initializer, name="first")(signal)  # (b, units)
    for i in range(2):
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
        x = QuantDense(units, bits, True, initializer, name=f"hidden_{i}")(x)
    x = layers.BatchNormalization(name="norm")(x)
    x = layers.ReLU(name="relu")(x)
    return keras.Model(
        signal, QuantDense(targets.classes, 8, True, initializer, name="logits")(x), name="lsq"
    )  # (b, c)


def quantise(v, step, low, high):
    """v, rounded to low … high times step; the gradient passes through the rounding alone.

    Source: Esser et al. 2020, Learned Step Size Quantization, equations 1 to 3 and section 2.2.
    """
    size = math.prod(v.shape[1:] if v.shape[0] is None else v.shape)
    scale = 1 / math.sqrt(size * high)  # of the step's gradient
    step = step * scale + ops.stop_gradient(step * (1 - scale))
    v = ops.clip(v / step, low, high)
    v = v + ops.stop_gradient(ops.round(v) - v)
    return v * step


class QuantDense(layers.Layer):
    """Dense, with signed weights and, unless it is the first layer, unsigned inputs of so many bits."""

    def __init__(self, units, bits, of_inputs, initializer, **options):
        super().__init__(**options)
        self.units, self.bits, self.of_inputs, self.start = units, bits, of_inputs, initializer

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], self.units), initializer=self.start.kernel(), name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer=self.start.bias(fan_in=shape[-1]), name="bias")
        high = 2 ** (self.bits - 1) - 1
        mean = math.sqrt(2 / shape[-1]) * 0.8  # of |w|, as He's normal draws them
        self.step = self.add_weight(shape=(), initializer=constant(2 * mean / math.sqrt(high)), name="step")
        if self.of_inputs:
            high = 2**self.bits - 1  # inputs come from a ReLU behind a normalization: their mean is 0.4
            self.step_in = self.add_weight(shape=(), initializer=constant(0.8 / math.sqrt(high)), name="step_in")

    def call(self, x):
        if self.of_inputs:
            x = quantise(x, self.step_in, 0, 2**self.bits - 1)
        high = 2 ** (self.bits - 1)
        return ops.matmul(x, quantise(self.kernel, self.step, -high, high - 1)) + self.bias


def constant(value):
    return keras.initializers.Constant(value)
