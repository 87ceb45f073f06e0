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


def network(inputs, targets, initializer, motifs, width, hidden, dropout):
    """From one-hot DNA (b, l, 4) to one logit (b, 1)."""
    model = DeepBind(initializer, motifs, width, hidden, dropout, name="deepbind")
    model(keras.Input(inputs.shape, dtype=inputs.dtype))
    return model


class DeepBind(keras.Model):
    """The same score for both strands, of which the larger counts (supplementary, section 1.1)."""

    def __init__(self, initializer, motifs, width, hidden, dropout, **options):
        super().__init__(**options)

        def begin(fan_in):
            return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

        self.scan = layers.Conv1D(motifs, width, activation="relu", **begin(4 * width), name="motifs")
        self.peak = layers.GlobalMaxPooling1D(name="peak")
        self.mean = layers.GlobalAveragePooling1D(name="mean")
        self.hidden = layers.Dense(hidden, activation="relu", **begin(2 * motifs), name="hidden")
        self.drop = layers.Dropout(dropout, name="drop")
        self.score = layers.Dense(1, **begin(hidden), name="score")

    def strand(self, x, training):
        found = self.scan(x)  # (b, l - width + 1, motifs)
        pooled = ops.concatenate([self.peak(found), self.mean(found)], axis=-1)  # (b, 2 motifs)
        return self.score(self.drop(self.hidden(pooled), training=training))

    def call(self, x, training=False):
        other = ops.flip(x, axis=(1, 2))  # read backwards, and A for T, C for G
        return ops.maximum(self.strand(x, training), self.strand(other, training))  # (b, 1)
