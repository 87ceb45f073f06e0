"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding, start):
    """exp(f(driver, region) + log(exposure)): a rate from a network, and the exposure as an offset."""
    driver = keras.Input(inputs["driver"].shape, name="driver")  # (b, 4)
    region = keras.Input(inputs["region"].shape, dtype=inputs["region"].dtype, name="region")  # (b, 1)
    exposure = keras.Input(inputs["exposure"].shape, name="exposure")  # (b, 1)
    place = layers.Embedding(inputs["region"].classes, embedding, name="place")(region)  # (b, 1, embedding)
    x = layers.Concatenate(name="policy")([driver, layers.Flatten(name="flat")(place)])
    for i in range(2):
        x = dense(units, x, initializer, activation="gelu", name=f"hidden_{i}")  # (b, units)
    log_rate = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=keras.initializers.Constant(math.log(start)),
        name="log_rate",
    )(x)  # (b, 1)
    given = {"driver": driver, "region": region, "exposure": exposure}
    return keras.Model(given, Offset(name="claims")(log_rate, exposure), name="insurance")


class Offset(layers.Layer):
    """The number of claims to expect in the time insured."""

    def call(self, log_rate, exposure):
        return ops.exp(log_rate + ops.log(exposure))


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
