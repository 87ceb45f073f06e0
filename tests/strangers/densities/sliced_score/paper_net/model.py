"""Sliced score matching (Song, Garg, Shi & Ermon 2019), the variant of reduced variance. TensorFlow only."""

import keras
import tensorflow as tf
from keras import layers, ops


def network(inputs, targets, initializer, units, projections):
    x = point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")
    for i in range(3):
        x = dense(units, x, initializer, activation="swish", name=f"hidden_{i}")
    score = dense(inputs.shape[-1], x, initializer, name="score")  # (b, 2)
    return SlicedScore(point, score, projections=projections, name="sliced_score")


def dense(width, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)


class SlicedScore(keras.Model):
    def __init__(self, *args, projections=1, **options):
        super().__init__(*args, **options)
        self.projections, self.seed = projections, keras.random.SeedGenerator(9)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """E_v [v' (ds/dx) v] + |s|^2 / 2, equation 8."""
        trace = 0.0
        for _ in range(self.projections):
            v = keras.random.normal(ops.shape(x), seed=self.seed)
            with tf.GradientTape() as tape:
                tape.watch(x)
                s = self(x, training=training)
                along = ops.sum(v * s)
            trace += ops.sum(v * tape.gradient(along, x), axis=-1) / self.projections  # (b,)
        norm = 0.5 * ops.sum(ops.square(s), axis=-1)  # (b,)
        return ops.mean(trace + norm)
