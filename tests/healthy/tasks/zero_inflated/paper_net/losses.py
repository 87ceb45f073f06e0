"""YOURS. What is minimised: zero-inflated Poisson, Lambert 1992. Shapes: b batch."""

import tensorflow as tf
from keras import ops


def zero_inflated_poisson(y_true, y_pred):
    """-log of: closed, or open and a Poisson number.

    Args:
        y_true: Float["b 1"], counts.
        y_pred: Float["b 2"], the logit of closed, the log of the mean.

    Returns:
        Float["b"], >= 0.
    """
    count, closed, log_mean = y_true[..., 0], y_pred[..., 0], y_pred[..., 1]
    poisson = count * log_mean - ops.exp(log_mean) - tf.math.lgamma(count + 1)
    opened = ops.log_sigmoid(-closed) + poisson
    return -ops.where(count > 0, opened, ops.logaddexp(ops.log_sigmoid(closed), opened))
