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


def network(inputs, targets, initializer, units):
    """The student: one narrow layer; from (b, 64) to the same logits twice, for the label and for the teacher."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Dense(units, "relu", kernel_initializer=initializer.kernel(), name="hidden")(image)
    logits = layers.Dense(targets["hard"].classes, kernel_initializer=initializer.kernel(), name="hard")(x)
    return keras.Model(image, {"hard": logits, "soft": layers.Identity(name="soft")(logits)}, name="student")
