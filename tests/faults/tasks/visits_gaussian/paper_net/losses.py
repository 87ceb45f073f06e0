"""YOURS. What is minimised: the likelihood of a normal distribution whose width is learnt."""

import math

from keras import ops


def gaussian_nll(y_true, y_pred):
    """-log N(y | mean, variance), in nats.

        loss = (log(2 pi) + log variance + (y - mean)**2 / variance) / 2

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], the mean and the logarithm of the variance.

    Returns:
        Float["b"].
    """
    mean, log_variance = y_pred[:, 0], y_pred[:, 1]
    squared = ops.square(y_true[:, 0] - mean) * ops.exp(-log_variance)
    return 0.5 * (math.log(2 * math.pi) + log_variance + squared)


def coverage(y_true, y_pred):
    """Whether the target lies in the central interval of 90 %."""
    reach = 1.645 * ops.exp(0.5 * y_pred[:, 1])
    return ops.cast(ops.abs(y_true[:, 0] - y_pred[:, 0]) <= reach, "float32")


def absolute_error(y_true, y_pred):
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
