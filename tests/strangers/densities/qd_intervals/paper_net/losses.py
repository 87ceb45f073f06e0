"""Intervals, and how good they are. y_true: Float["b 1"]; y_pred: Float["b 2"], the lower and the upper bound."""

from keras import ops


def quality_driven(y_true, y_pred, alpha, weight, soften):
    """The loss QD of a batch (Pearce et al. 2018, equation 15), spread over its samples.

    Args:
        alpha: the share of targets that may lie outside.
        weight: lambda, of the penalty for too low a coverage.
        soften: steepness of the soft count of what is captured.
    """
    y, lower, upper = y_true[:, 0], y_pred[:, 0], y_pred[:, 1]
    n = ops.cast(ops.shape(y)[0], y_pred.dtype)
    captured = ops.cast((y >= lower) & (y <= upper), y_pred.dtype)
    softly = ops.sigmoid(soften * (y - lower)) * ops.sigmoid(soften * (upper - y))
    width = ops.sum((upper - lower) * captured) / (ops.sum(captured) + 0.001)
    missing = ops.maximum(0.0, (1 - alpha) - ops.mean(softly))
    penalty = weight * n / (alpha * (1 - alpha)) * missing**2
    return (width + penalty) * ops.ones_like(y)


def coverage(y_true, y_pred):
    return ops.cast((y_true[:, 0] >= y_pred[:, 0]) & (y_true[:, 0] <= y_pred[:, 1]), "float32")


def width(y_true, y_pred):
    return y_pred[:, 1] - y_pred[:, 0]
