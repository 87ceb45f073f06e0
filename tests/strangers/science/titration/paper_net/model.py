"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Two convolutions over the curve; one head for both acidity constants, one for the indicator."""

    def dense(x, width, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    curve = keras.Input(inputs.shape, dtype=inputs.dtype, name="curve")  # (b, points, 1)
    x = layers.Conv1D(units, 5, padding="same", activation="gelu", kernel_initializer=initializer.kernel())(curve)
    x = layers.MaxPooling1D(2)(x)
    x = layers.Conv1D(units, 5, padding="same", activation="gelu", kernel_initializer=initializer.kernel())(x)
    x = layers.MaxPooling1D(2)(x)
    x = dense(layers.Flatten()(x), 2 * units, "shared", "gelu")
    first = dense(x, 1, "first")
    gap = layers.Activation("softplus", name="gap")(dense(x, 1, "second"))  # the second constant is the larger one
    pka = layers.Concatenate(name="pka")([first, layers.Add(name="sum")([first, gap])])
    indicator = dense(x, targets["indicator"].classes, "indicator")
    return keras.Model(curve, {"pka": pka, "indicator": indicator}, name="titration")
