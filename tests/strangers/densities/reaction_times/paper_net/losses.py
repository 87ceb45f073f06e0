import math

from keras import ops


def inverse_gaussian(y_true, y_pred):
    """Minus the log density of an inverse Gaussian of mean m and shape s.

        loss = (log(2 pi) + 3 log y - log s) / 2 + s (y - m)² / (2 m² y)

    Args:
        y_true: Float["b 1"], > 0.
        y_pred: Float["b 2"], log m and log s.

    Returns:
        Float["b"].
    """
    y, log_m, log_s = y_true[:, 0], y_pred[:, 0], y_pred[:, 1]
    away = (y * ops.exp(-log_m) - 1) ** 2 / y  # (y - m)² / (m² y)
    return 0.5 * (math.log(2 * math.pi) + 3 * ops.log(y) - log_s + ops.exp(log_s) * away)


def absolute_error(y_true, y_pred):
    """Of the mean, in seconds: Float["b"]."""
    return ops.abs(y_true[:, 0] - ops.exp(y_pred[:, 0]))
