"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, code, dropout):
    """Path contexts, (b, n) each of start, path and end, to the logits of the method's name (b, names)."""
    start, path, end = (keras.Input(inputs[name].shape, dtype="int32", name=name) for name in ("start", "path", "end"))
    tokens = layers.Embedding(inputs["start"].classes, embedding, name="tokens")  # shared by both ends
    paths = layers.Embedding(inputs["path"].classes, embedding, name="paths")
    x = layers.Concatenate(name="context")([tokens(start), paths(path), tokens(end)])  # (b, n, 3 embedding)
    x = layers.Dropout(dropout, name="dropout")(x)
    kernel = initializer.kernel()
    x = layers.Dense(code, activation="tanh", use_bias=False, kernel_initializer=kernel, name="combined")(x)
    x = Attention(initializer.kernel(), name="code_vector")(x, path)  # (b, code)
    names = layers.Dense(targets.classes, use_bias=False, kernel_initializer=initializer.kernel(), name="names")
    return keras.Model({"start": start, "path": path, "end": end}, names(x), name="code2vec")


class Attention(layers.Layer):
    """One global vector weighs the contexts that are there; their weighted sum is the code vector."""

    def __init__(self, initializer, **options):
        super().__init__(**options)
        self.initializer = initializer

    def build(self, x_shape, path_shape):
        self.a = self.add_weight(shape=(x_shape[-1], 1), initializer=self.initializer, name="a")

    def call(self, x, path):
        scores = ops.squeeze(ops.matmul(x, self.a), -1)  # (b, n)
        mask = ops.cast(path == 0, scores.dtype)
        weights = ops.softmax(scores - 1e9 * mask, axis=-1)
        return ops.sum(weights[..., None] * x, axis=1)  # (b, code)
