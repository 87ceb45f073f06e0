"""YOURS. What is minimised. Shapes: b batch, g genes."""

import tensorflow as tf
from keras import ops


def zinb(y_true, y_pred, ridge=0.0):
    """-log of dropout at zero + (1 - dropout) · NB(count; mean, dispersion), one value a sample and gene.

    Args:
        y_true: Float["b g"], counts.
        y_pred: Float["b g 3"], mean, dispersion and dropout.
        ridge: of the dropout's square.
    """
    eps = 1e-8
    mean, dispersion, dropout = y_pred[..., 0], y_pred[..., 1], y_pred[..., 2]
    log_ratio = ops.log(dispersion + eps) - ops.log(dispersion + mean + eps)
    log_nb = (
        tf.math.lgamma(y_true + dispersion + eps)
        - tf.math.lgamma(dispersion + eps)
        - tf.math.lgamma(y_true + 1.0)
        + dispersion * log_ratio
        + y_true * (ops.log(mean + eps) - ops.log(dispersion + mean + eps))
    )
    zero = -ops.log(dropout + (1.0 - dropout) * ops.exp(dispersion * log_ratio) + eps)
    seen = -log_nb - ops.log(1.0 - dropout + eps)
    return ops.where(y_true < 0.5, zero, seen) + ridge * dropout**2
