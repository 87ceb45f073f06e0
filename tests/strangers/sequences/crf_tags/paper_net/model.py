"""What learns: the window network with the sentence-level log-likelihood.

Shapes: b batch, t words, k tags.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, embedding, window, hidden):
    model = Tagger(inputs, targets, initializer, embedding, window, hidden, name="tagger")
    model(np.ones((1, *inputs.shape), inputs.dtype))  # builds it
    return model


class Tagger(keras.Model):
    """Words (b, t) → for each tag of each word the score of the best path through it (b, t, k): the largest of them
    is Viterbi's path."""

    def __init__(self, inputs, targets, initializer, embedding, window, hidden, **options):
        super().__init__(**options)
        k = targets.classes
        self.embedding = layers.Embedding(inputs.classes, embedding, name="embedding")
        self.hidden = layers.Conv1D(
            hidden,
            window,
            padding="same",
            activation="tanh",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=window * embedding),
            name="hidden",
        )
        self.score = layers.Dense(
            k, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=hidden), name="score"
        )
        self.first = self.add_weight(shape=(k,), initializer="zeros", name="first")
        self.next = self.add_weight(shape=(k, k), initializer="zeros", name="next")  # from, to

    def scores(self, words):
        return self.score(self.hidden(self.embedding(words)))  # (b, t, k)

    def call(self, words):
        u, there = self.scores(words), ops.expand_dims(words != 0, -1)
        into, out = [self.first + u[:, 0]], [ops.zeros_like(u[:, 0])]
        for t in range(1, words.shape[1]):
            best = ops.max(ops.expand_dims(into[-1], 2) + self.next, axis=1) + u[:, t]
            into.append(ops.where(there[:, t], best, into[-1]))
        for t in range(words.shape[1] - 1, 0, -1):
            best = ops.max(ops.expand_dims(u[:, t] + out[0], 1) + self.next, axis=2)
            out.insert(0, ops.where(there[:, t], best, out[0]))
        return ops.stack(into, axis=1) + ops.stack(out, axis=1)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """log of the sum over all paths, minus the score of the true one; of a sentence, averaged over the batch.

        Source: Collobert et al. 2011, equations 12 to 14.
        """
        u, there = self.scores(x), x != 0  # (b, t, k), (b, t)
        alpha = self.first + u[:, 0]  # (b, k)
        for t in range(1, x.shape[1]):
            onward = ops.logsumexp(ops.expand_dims(alpha, 2) + self.next, axis=1) + u[:, t]
            alpha = ops.where(there[:, t, None], onward, alpha)
        tags = ops.one_hot(ops.maximum(y, 0), u.shape[-1], dtype=u.dtype)  # (b, t, k)
        mask = ops.cast(there, u.dtype)
        path = (
            ops.sum(ops.sum(u * tags, axis=-1) * mask, axis=-1)
            + ops.matmul(tags[:, 0], ops.expand_dims(self.first, 1))[:, 0]
        )
        steps = ops.sum(ops.matmul(tags[:, :-1], self.next) * tags[:, 1:], axis=-1)  # (b, t - 1)
        path = path + ops.sum(steps * mask[:, 1:], axis=-1)
        return ops.mean(ops.logsumexp(alpha, axis=-1) - path)
