"""Masked autoregressive flow (Papamakarios et al. 2017).

Shapes: b batch, d coordinates.
"""

import math

import keras
import numpy as np
from keras import layers, ops


class MaskedDense(layers.Dense):
    """A dense layer, some of whose connections are cut."""

    def __init__(self, units, connections, **options):
        super().__init__(units, **options)
        self.connections = connections

    def call(self, x):
        return ops.matmul(x, self.kernel * ops.convert_to_tensor(self.connections, self.kernel.dtype)) + self.bias


def made(d, units, initializer, name):
    """From x (b, d) to mean and log deviation (b, 2 d) of each coordinate given those before it."""
    of_input = np.arange(1, d + 1)
    of_hidden = np.arange(units) % (d - 1) + 1
    of_output = np.tile(of_input, 2)

    def masked(x, width, connections, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        connections = connections.astype("float32")
        return MaskedDense(width, connections, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = keras.Input((d,))
    h = ops.relu(masked(x, units, of_hidden[None, :] >= of_input[:, None], name="first"))
    h = ops.relu(masked(h, units, of_hidden[None, :] >= of_hidden[:, None], name="second"))
    h = masked(h, 2 * d, of_output[None, :] > of_hidden[:, None], name="conditionals")
    return keras.Model(x, h, name=name)


class Flow(keras.Model):
    """x (b, d) → log p(x) (b)."""

    def __init__(self, d, blocks, units, initializer, **options):
        super().__init__(**options)
        self.blocks = [made(d, units, initializer, f"made_{i}") for i in range(blocks)]

    def call(self, x):
        log_det = 0.0
        for block in self.blocks:
            mean, log_std = ops.split(block(x), 2, axis=-1)
            x = (x - mean) * ops.exp(-log_std)
            log_det = log_det - ops.sum(log_std, axis=-1)
            x = ops.flip(x, axis=-1)
        log_normal = -0.5 * ops.sum(x**2 + math.log(2 * math.pi), axis=-1)
        return log_normal + log_det

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return -ops.mean(y_pred)


def network(inputs, targets, initializer, blocks, units):
    model = Flow(inputs.shape[0], blocks, units, initializer, name="maf")
    model(keras.Input(inputs.shape))
    return model
