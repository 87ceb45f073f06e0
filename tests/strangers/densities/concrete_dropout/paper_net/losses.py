"""What is minimised."""

import math

from keras import ops


def gaussian_nll(y_true, y_pred):
    """-log N(y_true; m, exp(s)) of y_pred = (m, s) (b, 2); one value a sample."""
    mean, log_variance = y_pred[:, 0], y_pred[:, 1]
    square = ops.square(y_true[:, 0] - mean) * ops.exp(-log_variance)
    return 0.5 * (math.log(2 * math.pi) + log_variance + square)
