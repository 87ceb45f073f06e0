"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, embedding):
    """One tower for both recordings, and how far apart they come out; from two of (b, t, 2) to a probability (b, 1)."""
    given = {name: keras.Input(part.shape, dtype=part.dtype, name=name) for name, part in inputs.items()}
    tower = keras.Sequential(
        [
            layers.Conv1D(
                filters, 9, strides=2, activation="relu", kernel_initializer=initializer.kernel(), name="conv_0"
            ),
            layers.Conv1D(
                filters, 7, strides=2, activation="relu", kernel_initializer=initializer.kernel(), name="conv_1"
            ),
            layers.GlobalAveragePooling1D(name="mean"),  # the phase does not matter
            layers.Dense(embedding, kernel_initializer=initializer.kernel(), name="embedding"),
            layers.LayerNormalization(name="norm"),
        ],
        name="tower",
    )
    apart = ops.abs(tower(given["left"]) - tower(given["right"]))  # (b, embedding)
    same = layers.Dense(1, "sigmoid", kernel_initializer=initializer.kernel(), name="same")(apart)
    return keras.Model(given, same, name="siamese")
