"""YOURS. What learns: a tagger that looks at its neighbours, and by attention at the whole sentence.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets`, `initializer`,
and the file's own arguments; it returns an uncompiled keras.Model.

Shapes: b batch, t steps, w width, c tags.
"""

import math

import keras
from keras import layers, ops

PAD = 0  # the word that fills up a sentence


def tagger(inputs, targets, initializer, vocabulary, width):
    """Embedding, a convolution over three words, one block of attention, a linear layer for each step.

    Args:
        vocabulary: words, the padding among them.
        width: of the embedding and of all that follows.
    """
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(vocabulary, width, embeddings_initializer=initializer.kernel(), name="embedding")(words)
    near = layers.Conv1D(
        width,
        3,
        padding="same",
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=3 * width),
        name="neighbours",
    )(x)  # (b, t, w)
    x = layers.LayerNormalization(name="norm0")(x + near)
    x = layers.LayerNormalization(name="norm1")(x + attended(x, words, width, initializer))
    x = layers.LayerNormalization(name="norm2")(x + feed_forward(x, width, initializer))
    return keras.Model(words, dense(x, targets.classes, initializer, "logits"), name="tagger")  # (b, t, c)


def attended(x, words, width, initializer):
    """Of one head; no step looks at the padding."""
    query = dense(x, width, initializer, "query")  # (b, t, w)
    key = dense(x, width, initializer, "key")
    value = dense(x, width, initializer, "value")
    scores = ops.matmul(query, ops.transpose(key, (0, 2, 1))) / math.sqrt(width)  # (b, t, t), asked by × asked of
    there = ops.not_equal(words, PAD)[:, None, :]  # (b, 1, t)
    attention = ops.softmax(ops.where(there, scores, -1e9), axis=-1)
    return dense(ops.matmul(attention, value), width, initializer, "attended")  # (b, t, w)


def feed_forward(x, width, initializer):
    hidden = layers.ReLU(name="hidden_relu")(dense(x, 2 * width, initializer, "hidden"))  # (b, t, 2 * w)
    return dense(hidden, width, initializer, "back")  # (b, t, w)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
