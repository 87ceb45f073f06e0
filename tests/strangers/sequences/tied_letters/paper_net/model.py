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


def tied(inputs, targets, initializer, width, units, dropout):
    """Embedding U, an LSTM, a projection P back to the width, and logits U P h + bias."""
    letters = keras.Input(inputs.shape, dtype=inputs.dtype, name="letters")
    embedding = Tied(inputs.classes, width, name="embedding")
    x = layers.Dropout(dropout, name="dropout_in")(embedding(letters))  # (b, t, width)
    x = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="lstm")(x)
    x = layers.Dropout(dropout, name="dropout_out")(x)
    x = layers.Dense(width, kernel_initializer=initializer.kernel(), name="projection")(x)  # (b, t, width)
    return keras.Model(letters, embedding(x, backwards=True), name="tied")  # (b, t, letters)


class Tied(layers.Layer):
    """Letters to their vectors; backwards, vectors to a logit for each letter, by the same matrix."""

    def __init__(self, letters, width, **options):
        super().__init__(**options)
        self.letters, self.width = letters, width

    def build(self, shape):
        self.matrix = self.add_weight(
            shape=(self.letters, self.width), initializer=keras.initializers.RandomUniform(-0.1, 0.1), name="matrix"
        )
        self.bias = self.add_weight(shape=(self.letters,), initializer="zeros", name="bias")

    def call(self, x, backwards=False):
        if backwards:
            return ops.matmul(x, ops.transpose(self.matrix)) + self.bias
        return ops.take(self.matrix, x, axis=0)
