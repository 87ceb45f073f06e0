"""What learns: blocks of diagonal state spaces, S4D-Lin.

Shapes: b batch, t steps, h channels, n states.
"""

import math

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, width, states, blocks, dt):
    """From a sequence (b, t, 1) to logits (b, classes)."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    sequence = keras.Input(inputs.shape, dtype=inputs.dtype, name="sequence")
    x = dense(sequence, width, name="encoder")  # (b, t, h)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        y = S4D(states, dt, name=f"s4d_{i}")(y)
        y = layers.Activation("gelu", name=f"gelu_{i}")(y)
        y = layers.Multiply(name=f"glu_{i}")(
            [dense(y, width, name=f"mix_{i}"), dense(y, width, activation="sigmoid", name=f"gate_{i}")]
        )
        x = layers.Add(name=f"residual_{i}")([x, y])
    x = layers.GlobalAveragePooling1D(name="pool")(x)  # (b, h)
    return keras.Model(sequence, dense(x, targets.classes, name="logits"), name="s4d")


class S4D(layers.Layer):
    """A diagonal state space for each channel, computed as a causal convolution.

        K_t = 2 Re sum_n C_n (exp(dt A_n) - 1) / A_n exp(t dt A_n),   A_n = -exp(a_n) + i w_n

    starting from A_n = -1/2 + i pi n.

    Source: Gu et al. 2022, equations 2, 6 and 9; Listing 1.
    """

    def __init__(self, states, dt, **options):
        super().__init__(**options)
        self.states, self.dt = states, dt

    def build(self, shape):
        h = shape[-1]
        low, high = (math.log(x) for x in self.dt)
        frequencies = np.tile(math.pi * np.arange(self.states), (h, 1))
        self.log_dt = self.add_weight(
            shape=(h, 1), initializer=keras.initializers.RandomUniform(low, high), name="log_dt"
        )
        self.log_a = self.add_weight(
            shape=(h, self.states), initializer=keras.initializers.Constant(math.log(0.5)), name="log_a"
        )
        self.w = self.add_weight(
            shape=(h, self.states), initializer=lambda *_, **__: ops.convert_to_tensor(frequencies, "float32"), name="w"
        )
        self.c = self.add_weight(
            shape=(2, h, self.states), initializer=keras.initializers.RandomNormal(stddev=0.5**0.5), name="c"
        )
        self.d = self.add_weight(shape=(h,), initializer=keras.initializers.RandomNormal(stddev=1.0), name="d")

    def kernel(self, steps):
        dt, re, im = ops.exp(self.log_dt), -ops.exp(self.log_a), self.w  # (h, 1), (h, n), (h, n)
        growth = ops.exp(dt * re)
        up_re, up_im = growth * ops.cos(dt * im) - 1, growth * ops.sin(dt * im)  # exp(dt A) - 1
        square = re**2 + im**2
        b_re, b_im = (up_re * re + up_im * im) / square, (up_im * re - up_re * im) / square  # … / A
        c_re, c_im = self.c[0] * b_re - self.c[1] * b_im, self.c[0] * b_im + self.c[1] * b_re
        t = ops.arange(steps, dtype="float32")
        decay = ops.exp(ops.expand_dims(dt * re, -1) * t)  # (h, n, t)
        angle = ops.expand_dims(dt * im, -1) * t
        terms = ops.expand_dims(c_re, -1) * decay * ops.cos(angle) - ops.expand_dims(c_im, -1) * decay * ops.sin(angle)
        return 2 * ops.sum(terms, axis=1)  # (h, t)

    def call(self, u):
        steps = u.shape[1]
        k_re, k_im = ops.rfft(
            self.kernel(steps), fft_length=2 * steps
        )  # (h, t + 1); padded, so that nothing wraps around
        u_re, u_im = ops.rfft(ops.transpose(u, (0, 2, 1)), fft_length=2 * steps)  # (b, h, t + 1)
        y = ops.irfft((k_re * u_re - k_im * u_im, k_re * u_im + k_im * u_re), fft_length=2 * steps)  # (b, h, 2 t)
        return ops.transpose(y[..., :steps], (0, 2, 1)) + self.d * u  # (b, t, h)
