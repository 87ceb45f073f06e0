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


def network(inputs, targets, initializer, units, modes):
    """A mixture of von Mises distributions: of each mode a direction, a concentration and a log weight."""
    x = weather = keras.Input(inputs.shape, dtype=inputs.dtype, name="weather")
    x = dense(x, units, initializer, name="hidden_0")
    x = layers.BatchNormalization(name="norm")(x)
    x = layers.Activation("gelu", name="gelu")(x)
    x = dense(x, units, initializer, activation="gelu", name="hidden_1")  # (b, units)
    vectors = layers.Reshape((modes, 2), name="vectors")(dense(x, 2 * modes, initializer, name="places"))
    direction = layers.UnitNormalization(axis=-1, name="direction")(vectors)  # (b, m, 2)
    width = dense(x, modes, initializer, activation="softplus", name="concentration")
    odds = dense(x, modes, initializer, activation="log_softmax", name="log_weight")
    rest = [layers.Reshape((modes, 1), name=name)(part) for name, part in [("width", width), ("odds", odds)]]
    return keras.Model(weather, layers.Concatenate(name="mixture")([direction, *rest]), name="wind")  # (b, m, 4)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
