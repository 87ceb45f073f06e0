"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, m intervals.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, intervals, units, dropout):
    """PC-Hazard: a hazard that is constant in each interval.

    Source: Kvamme & Borgan 2019, Section 3.3.
    """
    x = patient = keras.Input(inputs.shape, name="patient")  # (b, 6)
    for i in range(2):
        x = dense(units, x, initializer, use_bias=False, name=f"hidden_{i}")
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)  # (b, units)
    hazard = dense(intervals, x, initializer, activation="softplus", name="hazard")  # (b, m), per length of an interval
    return keras.Model(patient, hazard, name="pc_hazard")


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
