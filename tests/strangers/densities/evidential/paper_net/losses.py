import keras
import tensorflow as tf
from keras import ops


class Evidential(keras.losses.Loss):
    """Expected squared error under a Dirichlet distribution, and the KL of what evidence misleads from none.

        sum_k (y_k - p_k)² + p_k (1 - p_k) / (S + 1)  +  weight * KL(Dir(y + (1 - y) alpha) || Dir(1))

    Called with y_true: Int["b"], the class; y_pred: Float["b c"], evidence, alpha = evidence + 1; S is its sum.
    `weight` grows from 0 to 1 while it trains (train.py: Anneal).

    Source: Sensoy et al. 2018, equation 5 and Section 4.
    """

    def __init__(self, name="evidential"):
        super().__init__(name=name)
        self.weight = keras.Variable(0.0, trainable=False, name="kl_weight")

    def call(self, y_true, y_pred):
        alpha = y_pred + 1
        y = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)
        strength = ops.sum(alpha, axis=-1, keepdims=True)
        p = alpha / strength
        error = ops.sum((y - p) ** 2 + p * (1 - p) / (strength + 1), axis=-1)
        return error + self.weight * kl_from_uniform(y + (1 - y) * alpha)


def kl_from_uniform(alpha):
    """KL(Dir(alpha) || Dir(1, …, 1)); Float["b"]."""
    total = tf.reduce_sum(alpha, axis=-1, keepdims=True)
    norm = tf.math.lgamma(total[:, 0]) - tf.reduce_sum(tf.math.lgamma(alpha), axis=-1)
    norm -= tf.math.lgamma(tf.cast(alpha.shape[-1], alpha.dtype))
    return norm + tf.reduce_sum((alpha - 1) * (tf.math.digamma(alpha) - tf.math.digamma(total)), axis=-1)


def vacuity(y_true, y_pred):
    """How unsure the network says it is: classes / S, 1 without any evidence; Float["b"]."""
    return y_pred.shape[-1] / ops.sum(y_pred + 1, axis=-1)
