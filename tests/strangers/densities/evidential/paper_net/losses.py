import keras
import tensorflow as tf
from keras import ops


def focal(y_true, y_pred, gamma=2.0):
    """Focal loss: cross-entropy that looks away from what is already well classified.

        loss = -(1 - p)**gamma * log(p),   p = softmax(y_pred)[y_true]

    Args:
        y_true: Int["*b"], the class, 0 … c - 1.
        y_pred: Float["*b c"], logits.
        gamma: 1 or more; the larger, the less the easy samples count. (0 would be cross-entropy.)

    Returns:
        Float["*b"], >= 0, at most the cross-entropy; 0 where the prediction is certain and right.

    Raises:
        ValueError: shapes that do not belong together, or gamma below 1, whose gradient is infinite at p = 1.

    Source: Lin et al. 2017, Focal Loss for Dense Object Detection, arXiv 1708.02002, equation 4.
    """
    if gamma < 1:
        raise ValueError(f"focal: gamma must be 1 or more. Received gamma={gamma}; for 0 take the cross-entropy.")
    if tuple(y_true.shape) != tuple(y_pred.shape)[:-1]:
        raise ValueError(
            "focal: expected y_true of shape (*b) and y_pred of shape (*b, classes). "
            f"Received y_true.shape={tuple(y_true.shape)}, y_pred.shape={tuple(y_pred.shape)}."
        )
    log_p = ops.log_softmax(y_pred, axis=-1)  # (*b, c)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (*b)
    # 1 - p = -expm1(log p), which keeps its digits where p is close to 1
    return -((-ops.expm1(log_p)) ** gamma) * log_p


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
