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
    """One GRU over the past; of its state and the hour, the level to come and the logit of its being too low."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    past = keras.Input(inputs["past"].shape, dtype=inputs["past"].dtype, name="past")  # (b, t, 3)
    clock = keras.Input(inputs["clock"].shape, dtype=inputs["clock"].dtype, name="clock")  # (b, 2)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="state")(past)  # (b, u)
    x = layers.LayerNormalization(name="norm")(layers.Concatenate(name="all")([x, clock]))
    x = dense(x, units, activation="swish", name="hidden")
    now = past[:, -1, :1]
    level = layers.Add(name="level")([now, dense(x, 1, name="change")])  # (b, 1)
    return keras.Model(
        {"past": past, "clock": clock}, {"level": level, "hypo": dense(x, 1, name="hypo")}, name="glucose"
    )
