"""Amounts of rain."""

import math

from keras import ops


def lognormal(y_true, y_pred):
    """-log density of an amount above 0; 0 where there is none.

    Args:
        y_true: Float["b 1"], mm.
        y_pred: Float["b 2"], the mean and the log deviation of log amount.
    """
    y, mean, log_std = y_true[:, 0], y_pred[:, 0], y_pred[:, 1]
    wet = y > 0
    log_y = ops.log(ops.where(wet, y, 1.0))
    nll = log_y + log_std + 0.5 * math.log(2 * math.pi) + 0.5 * ((log_y - mean) * ops.exp(-log_std)) ** 2
    return ops.where(wet, nll, 0.0)
