"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - an embedding in the place of one-of-n input: yes, a small one

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """One GRU over the session's clicks; its last state scores every item."""
    clicks = keras.Input(inputs.shape, dtype=inputs.dtype, name="clicks")  # (b, t)
    x = layers.Embedding(inputs.classes, embedding, mask_zero=True, name="items")(clicks)  # (b, t, embedding)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    scores = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="scores")
    return keras.Model(clicks, scores(x), name="gru4rec")  # (b, items)
