"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import initializers, layers


def network(inputs, targets, initializer, units, scale):
    """IRNN: h = relu(U x + V h + b), where V starts as the identity and b as zero; the last h is read out."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    state = layers.SimpleRNN(
        units,
        activation="relu",
        kernel_initializer=initializers.RandomNormal(stddev=scale),
        recurrent_initializer=initializers.Identity(),
        bias_initializer="zeros",
        name="irnn",
    )(signal)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    answer = layers.Dense(targets.shape[-1], kernel_initializer=kernel, bias_initializer=bias, name="sum")(state)
    return keras.Model(signal, answer, name="irnn")  # (b, 1)
