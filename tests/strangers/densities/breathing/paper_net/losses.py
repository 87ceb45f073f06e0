import math

from keras import ops


def laplace(y_true, y_pred):
    """Minus the log density of a Laplace variable: log 2 b + |y - m| / b.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], the median m and log b.

    Returns:
        Float["b"].
    """
    log_b = y_pred[:, 1]
    return math.log(2) + log_b + ops.abs(y_true[:, 0] - y_pred[:, 0]) * ops.exp(-log_b)


def absolute_error(y_true, y_pred):
    """Of the median, in breaths a minute: Float["b"]."""
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
