"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """A causal convolution over the hours, a recurrent layer, and one output for each hour ahead."""
    x = past = keras.Input(inputs.shape, name="past")  # (b, t, 4)
    x = layers.Conv1D(
        filters, 5, padding="causal", activation="relu", name="convolution",
        kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
    )(x)  # (b, t, filters)  # fmt: skip
    x = layers.MaxPooling1D(2, name="pool")(x)  # (b, t / 2, filters)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="recurrent")(x)  # (b, units)
    ahead = layers.Dense(
        targets.shape[0], kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units),
        name="ahead",
    )(x)  # fmt: skip
    return keras.Model(past, ahead, name="load")  # (b, 6)
