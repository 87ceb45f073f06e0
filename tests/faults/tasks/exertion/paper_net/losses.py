"""YOURS. What is minimised, and what is reported beside it.

Contract: f(y_true, y_pred, …) returns one value a sample; Keras averages them.

Shapes: b batch, k targets; of a prediction's last axis, 0 is the mean and 1 the raw width.
"""

import math

from keras import ops


def gaussian_nll(y_true, y_pred, minimum=0.05):
    """Negative log-likelihood of a Gaussian whose width is learnt, averaged over the targets.

        loss = (y - mean)² / (2 sigma²) + log sigma + log(2 pi) / 2,   sigma = minimum + softplus(width)

    Args:
        y_true: Float["b k"].
        y_pred: Float["b k 2"], mean and raw width.
        minimum: the smallest sigma, in units of the target.

    Returns:
        Float["b"], at least log(minimum) + log(2 pi) / 2.
    """
    mean, sigma = y_pred[..., 0], deviation(y_pred, minimum)  # (b, k)
    squared = ops.square(y_true - mean)
    nll = squared / (2 * ops.square(sigma)) + ops.log(sigma) + math.log(2 * math.pi) / 2
    return ops.mean(nll, axis=-1)  # (b)


def deviation(y_pred, minimum):
    return minimum + ops.softplus(y_pred[..., 1])  # (b, k)


def absolute_error(y_true, y_pred):
    """|y - mean|, averaged over the targets: a metric."""
    return ops.mean(ops.abs(y_true - y_pred[..., 0]), axis=-1)


def coverage(y_true, y_pred, minimum=0.05):
    """Share of the targets inside mean ± 1.96 sigma: a metric, 0.95 where the widths are right."""
    inside = ops.abs(y_true - y_pred[..., 0]) <= 1.96 * deviation(y_pred, minimum)
    return ops.mean(ops.cast(inside, "float32"), axis=-1)
