"""R-Drop (Liang et al. 2021): two passes, each with dropout of its own, are to say the same.

Shapes: b batch, t words, c classes.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, dropout, alpha):
    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(words)
    x = layers.Dropout(dropout / 2, name="drop_words")(x)
    x = layers.Conv1D(units, 2, activation="relu", name="pairs", **options(2 * embedding))(x)
    x = layers.GlobalMaxPooling1D(name="pool")(x)  # (b, units)
    x = layers.Dropout(dropout, name="drop_features")(x)
    return RDrop(words, layers.Dense(targets.classes, name="logits", **options(units))(x), alpha)  # (b, c)


class RDrop(keras.Model):
    def __init__(self, words, logits, alpha):
        super().__init__(inputs=words, outputs=logits, name="r_drop")
        self.alpha = alpha

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if not training:
            return ops.mean(cross_entropy(y, y_pred))
        again = self(x, training=True)
        nll = cross_entropy(y, y_pred) + cross_entropy(y, again)  # (b)
        return ops.mean(nll + self.alpha * divergence(y_pred, again)) / 2


def cross_entropy(labels, logits):
    return keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True)


def divergence(one, other):
    """Half of KL(one, other) + KL(other, one), of logits: (b)."""
    log_p, log_q = ops.log_softmax(one, axis=-1), ops.log_softmax(other, axis=-1)
    return ops.sum((ops.exp(log_p) - ops.exp(log_q)) * (log_p - log_q), axis=-1) / 2
