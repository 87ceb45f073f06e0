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


def network(inputs, targets, initializer, units, projection):
    """One encoder and projector for both views; from two of (b, 8, 8) to (b, 2, projection)."""
    views = {name: keras.Input(given.shape, dtype=given.dtype, name=name) for name, given in inputs.items()}
    parts = [layers.Flatten(name="flatten")]
    for i, width in enumerate([units, units, units]):
        parts += [
            layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel(), name=f"hidden_{i}"),
            layers.BatchNormalization(name=f"norm_{i}"),
            layers.ReLU(name=f"relu_{i}"),
        ]
    parts.append(layers.Dense(projection, kernel_initializer=initializer.kernel(), name="projector"))
    embed = keras.Sequential(parts, name="embed")
    return keras.Model(views, Pair(name="pair")([embed(views["a"]), embed(views["b"])]), name="barlow")


class Pair(layers.Layer):
    """The embeddings of the two views, side by side."""

    def call(self, views):
        return ops.stack(views, axis=1)  # (b, 2, projection)
