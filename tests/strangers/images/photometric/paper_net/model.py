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


def network(inputs, targets, initializer, units, pool="max"):
    """PS-FCN: the same layers for each light, their maximum over the lights, a regressor of the normal."""
    lit = keras.Input(inputs.shape, dtype=inputs.dtype, name="lit")
    x = dense(lit, units, initializer, name="extractor_1")  # (b, k, units)
    x = dense(x, units, initializer, name="extractor_2")
    pooling = layers.GlobalMaxPooling1D if pool == "max" else layers.GlobalAveragePooling1D
    x = pooling(name="fused")(x)  # (b, units)
    x = dense(x, units, initializer, name="regressor_1")
    x = dense(x, 3, initializer, activation=None, name="regressor_2")  # (b, 3)
    return keras.Model(lit, layers.UnitNormalization(name="normal")(x), name="ps_fcn")  # (b, 3)


def dense(x, units, initializer, activation="relu", **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation=activation, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
