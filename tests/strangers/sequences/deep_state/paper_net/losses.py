import math

from keras import ops


def normal(y_true, y_pred):
    """Minus the log-density of each value under the normal of its mean and variance, y_pred[..., 0] and [..., 1]."""
    mean, variance = y_pred[..., 0], y_pred[..., 1]
    return 0.5 * (math.log(2 * math.pi) + ops.log(variance) + (y_true - mean) ** 2 / variance)
