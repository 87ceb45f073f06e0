"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, k kernels.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, kernels, units):
    """x → the parameters of a mixture of normal densities: log-weights, means and log-deviations.

    Args:
        kernels: of the mixture.
        units: of the hidden layer.

    Source: Bishop 1994, section 4 (20 hidden tanh units and 3 kernels there).
    """
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")  # (b, 1)
    h = dense(x, units, initializer, activation="tanh", name="hidden_0")  # (b, units)
    h = dense(h, units, initializer, activation="tanh", name="hidden_1")  # (b, units)
    weight = layers.Activation("log_softmax", name="log_weight")(
        dense(h, kernels, initializer, name="logits")
    )  # (b, k)
    mean = dense(h, kernels, initializer, name="mean")  # (b, k)
    log_deviation = dense(h, kernels, initializer, name="log_deviation")  # (b, k)
    return keras.Model(x, Stack(name="mixture")([weight, mean, log_deviation]), name="mdn")  # (b, k, 3)


class Stack(layers.Layer):
    def call(self, parts):
        return ops.stack(parts, axis=-1)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
