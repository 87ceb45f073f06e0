"""YOURS. Random features, drawn once and never trained, under a linear layer. Shapes: b batch, f features."""

import math

import keras
from keras import layers, ops

PRECISION = "float64"  # of the features; the linear layer takes them in float32


@keras.saving.register_keras_serializable(package="paper_net")
class Cosine(layers.Layer):
    def call(self, x):
        return math.sqrt(2.0) * ops.cos(x)


def random_features(inputs, targets, initializer, features, width, l2):
    """A kernel machine with a Gaussian kernel of the given width; Rahimi & Recht 2007."""
    table = keras.Input(inputs.shape, dtype=inputs.dtype, name="table")  # (b, 30)
    projected = layers.Dense(
        features,
        kernel_initializer=keras.initializers.RandomNormal(stddev=1 / width, seed=1),
        bias_initializer=keras.initializers.RandomUniform(0, 2 * math.pi, seed=2),
        trainable=False,  # meant: these are the random features, only what weighs them is learnt
        dtype=PRECISION,
        name="projection",
    )(table)  # (b, f)
    x = Cosine(dtype=PRECISION, name="cosine")(projected)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        kernel_regularizer=keras.regularizers.L2(l2),
        name="logits",
    )(x)  # (b, 2)
    return keras.Model(table, logits, name="random_features")
