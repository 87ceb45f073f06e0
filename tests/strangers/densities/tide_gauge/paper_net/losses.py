"""A heavy-tailed density. y_true: Float["b 1"]; y_pred: Float["b 2"], location and log scale."""

import math

from keras import ops


def student_t(y_true, y_pred, freedom):
    location, log_scale = y_pred[:, 0], y_pred[:, 1]
    z = (y_true[:, 0] - location) * ops.exp(-log_scale)
    constant = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - 0.5 * math.log(freedom * math.pi)
    return -constant + log_scale + 0.5 * (freedom + 1) * ops.log(1 + z**2 / freedom)


def absolute_error(y_true, y_pred):
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
