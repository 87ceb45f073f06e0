"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Five quantiles that cannot cross: the lowest, and what each of the others lies above the one before."""
    hour = keras.Input((), dtype="int32", name="hour")  # (b)
    weather = keras.Input(inputs["weather"].shape, dtype="float32", name="weather")  # (b, 2)
    x = layers.Embedding(inputs["hour"].classes, 8, name="embedding")(hour)  # (b, 8)
    x = layers.Concatenate(name="known")([x, weather])
    x = dense(x, units, initializer, activation="relu", name="hidden_0")
    x = layers.Concatenate(name="dense_block")([x, dense(x, units, initializer, activation="relu", name="hidden_1")])
    lowest = dense(x, 1, initializer, name="lowest")
    steps = dense(x, 4, initializer, activation="softplus", name="steps")
    x = Ladder(name="quantiles")([lowest, steps])  # (b, 5)
    return keras.Model({"hour": hour, "weather": weather}, x, name="load")


class Ladder(layers.Layer):
    def call(self, parts):
        return ops.cumsum(ops.concatenate(parts, axis=-1), axis=-1)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
