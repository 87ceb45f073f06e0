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


def network(inputs, targets, initializer, width):
    """Embeddings of the elements, joined whatever their order, the cell beside them; two heads."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    elements = keras.Input(inputs["elements"].shape, dtype="int32", name="elements")  # (b, 2)
    cell = keras.Input(inputs["cell"].shape, name="cell")  # (b, 3)
    x = layers.Embedding(inputs["elements"].classes, 8, name="embedding")(elements)  # (b, 2, 8)
    x = layers.Concatenate(name="joined")([Unordered(name="unordered")(x), cell])  # (b, 19)
    x = dense(x, 2 * width, activation="silu", name="first")
    x = layers.LayerNormalization(name="norm")(x)
    x = dense(x, width, activation="silu", name="second")
    outputs = {"energy": dense(x, 1, name="energy"), "metal": dense(x, 1, name="metal")}  # metal: a logit
    return keras.Model({"elements": elements, "cell": cell}, outputs, name="crystal")


class Unordered(layers.Layer):
    """The sum of the two, and the size of their difference."""

    def call(self, x):
        return ops.concatenate([x[:, 0] + x[:, 1], ops.abs(x[:, 0] - x[:, 1])], axis=-1)
