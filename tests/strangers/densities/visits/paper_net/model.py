"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Person and region → the logit of never going, and the logarithm of the rate.

    Args:
        units: of the two hidden layers.
        dropout: share of units that are left out.
    """
    person = keras.Input(inputs["person"].shape, dtype=inputs["person"].dtype, name="person")  # (b, 4)
    region = keras.Input(inputs["region"].shape, dtype=inputs["region"].dtype, name="region")  # (b)
    place = layers.Embedding(inputs["region"].classes, 3, name="place")(region)  # (b, 3)
    x = layers.Concatenate(name="both")([person, place])  # (b, 7)
    for i in range(2):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, "gelu", kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}")(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    parameters = layers.Dense(2, kernel_initializer=kernel, bias_initializer=bias, name="parameters")(x)  # (b, 2)
    return keras.Model({"person": person, "region": region}, parameters, name="visits")
