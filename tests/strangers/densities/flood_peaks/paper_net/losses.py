"""What is minimised, and the calibration of a return level. y_true (b, 1), y_pred (b, 2): location, log scale."""

import math

from keras import ops


def gumbel_nll(y_true, y_pred):
    location, log_scale = y_pred[:, 0], ops.maximum(y_pred[:, 1], -4.0)
    z = (y_true[:, 0] - location) * ops.exp(-log_scale)
    return log_scale + z + ops.exp(ops.minimum(-z, 30.0))


def exceeded(y_true, y_pred):
    """Whether the level that one year in ten should exceed was exceeded: 0.1 on average, if calibrated."""
    level = y_pred[:, 0] - ops.exp(y_pred[:, 1]) * math.log(-math.log(0.9))
    return ops.cast(y_true[:, 0] > level, "float32")
