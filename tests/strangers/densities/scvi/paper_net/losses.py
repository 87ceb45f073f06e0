"""What is minimised."""

import tensorflow as tf
from keras import ops


def negative_binomial(y_true, y_pred, epsilon=1e-8):
    """-log NB(y; mu, theta), summed over genes; its variance is mu + mu² / theta.

    Args:
        y_true: Float["b g"], counts.
        y_pred: Float["b 2g"], mu of each gene, then theta of each.
    """
    mu, theta = ops.split(y_pred, 2, axis=-1)
    log_total = ops.log(theta + mu + epsilon)
    log_p = (
        theta * (ops.log(theta + epsilon) - log_total)
        + y_true * (ops.log(mu + epsilon) - log_total)
        + tf.math.lgamma(y_true + theta)
        - tf.math.lgamma(theta)
        - tf.math.lgamma(y_true + 1)
    )
    return -ops.sum(log_p, axis=-1)
