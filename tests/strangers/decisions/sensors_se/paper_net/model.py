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


def network(inputs, targets, initializer, filters, ratio):
    """Two convolutions, each with its channels weighed, and the mean over time."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, t, 8)
    x = excite(signal, initializer, 2, name="sensors")  # which sensors to trust
    for i, width in enumerate(filters):
        options = {"kernel_initializer": initializer.kernel(), "use_bias": False, "padding": "same"}
        x = layers.Conv1D(width, 7, name=f"conv_{i}", **options)(x)  # (b, t, width)
        x = layers.Activation("relu")(layers.BatchNormalization(name=f"norm_{i}")(x))
        x = excite(x, initializer, ratio, name=f"excite_{i}")
        x = layers.MaxPooling1D(2, name=f"pool_{i}")(x)  # (b, t / 2, width)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width)
    return keras.Model(signal, dense(x, targets.classes, initializer, name="logits"), name="sensors")  # (b, classes)


def excite(x, initializer, ratio, name):
    """Each channel times a weight in 0 … 1, from the spread of all channels over time."""
    channels = x.shape[-1]
    spread = ops.sqrt(ops.var(x, axis=1) + 1e-3)  # (b, channels)
    z = dense(spread, channels // ratio, initializer, activation="relu", name=f"{name}_narrow")
    z = dense(z, channels, initializer, activation="sigmoid", name=f"{name}_weights")
    return layers.Multiply(name=f"{name}_weighed")([x, layers.Reshape((1, channels))(z)])


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
