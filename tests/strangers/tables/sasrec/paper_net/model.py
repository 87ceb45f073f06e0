"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the loss: cross-entropy over all items, which are few, in the place of one negative

Shapes: b batch.
"""

import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads, blocks, dropout):
    """Self-attentive sequential recommendation: each place of a history says which item comes next.

    Source: Kang and McAuley 2018, Section III. The items' embeddings serve at both ends.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    taken = keras.Input(inputs.shape, dtype=inputs.dtype, name="taken")  # (b, t)
    table = layers.Embedding(targets.classes, units, name="items")
    x = Places(name="places")(table(taken))  # (b, t, u)
    x = layers.Dropout(dropout, name="dropped")(x)
    seen = Seen(name="seen")(taken)  # (b, t, t)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_a{i}")(x)
        attend = layers.MultiHeadAttention(
            heads, units // heads, dropout=dropout, kernel_initializer=initializer.kernel(), name=f"attention_{i}"
        )
        x = x + attend(y, x, attention_mask=seen)
        y = layers.LayerNormalization(name=f"norm_b{i}")(x)
        y = dense(dense(y, units, activation="relu", name=f"inner_{i}"), units, name=f"outer_{i}")
        x = x + layers.Dropout(dropout, name=f"dropped_{i}")(y)
    x = layers.LayerNormalization(name="norm")(x)
    scores = Scores(table, name="scores")(x)  # (b, t, items)
    return keras.Model(taken, scores, name="sasrec")


class Places(layers.Layer):
    """Scales what it gets, and adds an embedding of the place."""

    def build(self, shape):
        self.embedding = layers.Embedding(shape[1], shape[2], embeddings_initializer="normal", name="embedding")
        self.embedding.build((shape[1],))

    def call(self, x):
        return x * math.sqrt(x.shape[-1]) + self.embedding(ops.arange(x.shape[1]))


class Seen(layers.Layer):
    """Which places (last axis) each place looks at: itself and those before it, where there is an item."""

    def call(self, taken):
        steps = ops.arange(taken.shape[1])
        before = steps[None, :] <= steps[:, None]  # (t, t)
        return ops.logical_and(before[None], (taken > 0)[:, None, :])  # (b, t, t)


class Scores(layers.Layer):
    """x times the embedding of every item."""

    def __init__(self, table, **options):
        super().__init__(**options)
        self.table = table

    def call(self, x):
        return ops.matmul(x, ops.transpose(self.table.embeddings))
