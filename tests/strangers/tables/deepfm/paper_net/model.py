"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the penalty: the squares of the factors that a batch looks up, a mean over its samples

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, factors, units, l2):
    """A factorization machine and a deep network on the same factors; the sum of the two is the logit."""
    rows = keras.Input(inputs.shape, dtype=inputs.dtype, name="rows")  # (b, f)
    v = layers.Embedding(inputs.classes, factors, embeddings_initializer=small(), name="factors")(rows)  # (b, f, k)
    w = layers.Embedding(inputs.classes, 1, embeddings_initializer=small(), name="weights")(rows)  # (b, f, 1)
    first = ops.sum(w, axis=1)  # (b, 1)
    second = 0.5 * ops.sum(ops.square(ops.sum(v, axis=1)) - ops.sum(ops.square(v), axis=1), axis=-1, keepdims=True)
    x = layers.Flatten()(v)  # (b, f * k)
    for i, width in enumerate(units):
        x = layers.Dropout(0.2)(dense(width, x, initializer, activation="relu", name=f"deep_{i}"))
    deep = dense(1, x, initializer, name="deep")  # (b, 1)
    logit = layers.Add(name="logit")([first, second, deep])
    return DeepFM(l2, rows, logit, keras.Model(rows, v))


def small():
    return keras.initializers.RandomNormal(stddev=0.05)


class DeepFM(keras.Model):
    """Adds the penalty of the factors to the loss."""

    def __init__(self, l2, rows, logit, factors):
        super().__init__(rows, logit, name="deepfm")
        self.l2, self.factors = l2, factors

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        if not training:
            return loss
        return loss + self.l2 * ops.mean(ops.sum(ops.square(self.factors(x)), axis=(1, 2)))


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
