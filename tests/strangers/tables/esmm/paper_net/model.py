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


def network(inputs, targets, initializer, embedding, units):
    """ESMM: the rate of purchases is that of clicks times that of conversions, over all impressions.

    Source: Ma et al. 2018, Section 2.3.
    """
    given = {name: keras.Input(one.shape, dtype=one.dtype, name=name) for name, one in inputs.items()}
    parts = []
    for name in ("user", "item"):
        x = layers.Embedding(inputs[name].classes, embedding, name=f"{name}_embedding")(
            given[name]
        )  # (b, 1, embedding)
        parts.append(layers.Flatten(name=f"{name}_flat")(x))
    product = layers.Multiply(name="product")(parts)
    shared = layers.Concatenate(name="shared")([*parts, product, given["context"]])
    click = tower(shared, units, initializer, "click")  # (b, 1)
    conversion = tower(shared, units, initializer, "conversion")
    purchase = layers.Multiply(name="purchase")([click, conversion])
    return keras.Model(given, {"click": click, "purchase": purchase}, name="esmm")


def tower(x, units, initializer, name):
    for i, width in enumerate(units):
        x = dense(width, x, initializer, activation="relu", name=f"{name}_hidden_{i}")
    return dense(1, x, initializer, activation="sigmoid", name=name)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
