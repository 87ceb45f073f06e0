"""What is minimised, and what is judged by."""

import keras
import tensorflow as tf
from keras import ops


def reverse_kl(y_true, y_pred):
    """KL(Dir(a) || Dir(b)), a = exp(y_pred), b = y_true (Malinin and Gales 2019, equation 9).

    Args:
        y_true: Float["b c"], the concentrations wanted.
        y_pred: Float["b c"], logarithms of those predicted.
    """
    a = ops.exp(ops.clip(y_pred, -10.0, 10.0))
    a0, b0 = ops.sum(a, axis=-1), ops.sum(y_true, axis=-1)
    normalizers = tf.math.lgamma(a0) - tf.math.lgamma(b0) + ops.sum(tf.math.lgamma(y_true) - tf.math.lgamma(a), axis=-1)
    return normalizers + ops.sum((a - y_true) * (tf.math.digamma(a) - tf.math.digamma(a0)[..., None]), axis=-1)


def logarithm(y_true):
    return ops.log(y_true)


def right_class(y_true, y_pred):
    """Of the whole: a known digit counts where its class is largest, an unknown one never."""
    known = ops.max(y_true, axis=-1) > 1
    right = ops.argmax(y_true, axis=-1) == ops.argmax(y_pred, axis=-1)
    return ops.cast(ops.logical_and(known, right), "float32") / ops.mean(ops.cast(known, "float32"))


class UnknownAUC(keras.metrics.AUC):
    """How well the precision of the answer, its sum of concentrations, tells unknown digits from known ones."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        unknown = ops.max(y_true, axis=-1) <= 1
        precision = ops.sum(ops.exp(ops.clip(y_pred, -10.0, 10.0)), axis=-1)
        return super().update_state(ops.cast(unknown, "float32"), 6 / (6 + precision))
