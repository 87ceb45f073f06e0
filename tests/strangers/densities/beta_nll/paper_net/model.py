"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how large the network of the curve is: two layers of 50

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Two hidden layers with tanh, then a mean and a variance for each target."""
    x = signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    for i in range(2):
        x = dense(x, units, initializer, activation="tanh", name=f"hidden_{i}")  # (b, units)
    mean = dense(x, 1, initializer, name="mean")  # (b, 1)
    variance = dense(x, 1, initializer, activation="softplus", name="variance")  # (b, 1)
    return keras.Model(signal, layers.Concatenate(name="normal")([mean, variance]), name="heteroscedastic")  # (b, 2)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
