"""YOURS. What learns: a recurrent reader. Shapes: b batch, t words, c features."""

import keras
from keras import layers, ops


def reader(inputs, targets, initializer, vocabulary, features, units):
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, 20)
    x = layers.Embedding(vocabulary, features, mask_zero=True, name="meaning")(words)  # (b, 20, 16)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="memory")(x)  # (b, 32)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)  # (b, 3)
    return keras.Model(words, logits, name="reader")


class Counts(layers.Layer):
    """How often each word occurs; Int["b t"] -> Float["b vocabulary"]."""

    def __init__(self, vocabulary, **options):
        super().__init__(**options)
        self.vocabulary = vocabulary

    def call(self, words):
        return ops.sum(ops.one_hot(words, self.vocabulary), axis=1)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on the words, whatever their order."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")
    x = Counts(60, name="counts")(words)
    return keras.Model(words, layers.Dense(targets.classes, name="logits")(x), name="linear")
