"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - which learner gives m and e: random forests
    - which one minimises the R-loss: a small network

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The effect of the treatment, from what is known of a patient: two hidden layers of elu.

    Args:
        units: of each hidden layer.
    """
    x = patient = keras.Input(inputs.shape, dtype=inputs.dtype, name="patient")  # (b, 6)
    for i, width in enumerate([units, units, 1]):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        activation, name = ("elu", f"hidden_{i}") if i < 2 else (None, "effect")
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    return keras.Model(patient, x, name="effect_of_treatment")  # (b, 1)
