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


def network(inputs, targets, initializer, embedding, units, arc, dropout):
    """Words to the scores of their heads.

    Returns:
        A model from words (b, n) to scores (b, n, n): [sentence, word, candidate for its head].
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(words)  # (b, n, embedding)
    x = layers.SpatialDropout1D(dropout, name="word_dropout")(x)
    lstm = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="lstm")
    x = layers.Bidirectional(lstm, name="bilstm")(x, mask=words != 0)  # (b, n, 2 units)
    dependent = dense(x, arc, activation="relu", name="dependent")  # (b, n, arc)
    head = dense(x, arc, activation="relu", name="head")  # (b, n, arc)
    scores = Biaffine(initializer.kernel(), name="biaffine")(dependent, head, words != 0)
    return keras.Model(words, scores, name="parser")  # (b, n, n)


class Biaffine(layers.Layer):
    """s[i, j] = dependent_i U head_j + head_j u: how well place j is the head of word i (equation 6 of the paper)."""

    def __init__(self, initializer, **options):
        super().__init__(**options)
        self.initializer = initializer

    def build(self, dependent_shape, head_shape, there_shape):
        shape = (dependent_shape[-1], head_shape[-1])
        self.u_both = self.add_weight(shape=shape, initializer=self.initializer, name="u_both")
        self.u_head = self.add_weight(shape=(head_shape[-1],), initializer="zeros", name="u_head")

    def call(self, dependent, head, there):
        both = ops.einsum("bid,de,bje->bij", dependent, self.u_both, head)
        alone = ops.einsum("bje,e->bj", head, self.u_head)[:, None, :]
        return ops.where(there[:, None, :], both + alone, -30.0)  # what fills up is nobody's head
