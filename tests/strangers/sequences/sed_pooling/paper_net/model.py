"""YOURS. What learns: a probability of each kind in each frame, pooled over the clip.

Shapes: b batch, t frames, f bands, k kinds.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, pooling):
    """Convolutions over bands and time, and a pooling of probabilities. Source: Wang, Li & Metze 2019, Section 2."""
    clip = keras.Input(inputs.shape, dtype=inputs.dtype, name="clip_in")  # (b, t, f)
    x = layers.Reshape((*inputs.shape, 1), name="image")(clip)
    for i, stride in enumerate([(1, 2), (2, 2)]):
        x = layers.Conv2D(
            filters // 2 * (i + 1), (5, 3), strides=stride, padding="same", use_bias=False,
            kernel_initializer=initializer.kernel(), name=f"convolution_{i}",
        )(x)  # fmt: skip
        x = layers.ReLU(name=f"relu_{i}")(layers.BatchNormalization(name=f"norm_{i}")(x))
    x = layers.Reshape((x.shape[1], x.shape[2] * x.shape[3]), name="frames")(x)  # (b, t / 2, f / 4 * filters)
    frame = layers.Dense(targets.shape[0], activation="sigmoid", kernel_initializer=initializer.kernel(), name="frame")(
        x
    )  # (b, t / 2, k)
    return keras.Model(clip, Pooling(pooling, name="clip")(frame), name="sed")  # (b, k)


class Pooling(layers.Layer):
    """Probabilities of frames to one of the clip; linear: each frame weighs as much as its own probability."""

    def __init__(self, pooling, **options):
        super().__init__(**options)
        self.pooling = pooling

    def call(self, p):
        if self.pooling == "max":
            return ops.max(p, axis=1)
        if self.pooling == "mean":
            return ops.mean(p, axis=1)
        return ops.sum(p * p, axis=1) / (ops.sum(p, axis=1) + 1e-7)
