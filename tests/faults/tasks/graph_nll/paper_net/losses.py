"""YOURS. What is minimised.

Shapes: b batch.
"""

import math

from keras import ops


def gaussian(y_true, y_pred):
    """-log of a normal density whose mean and spread are predicted; Nix & Weigend 1994, Kendall & Gal 2017.

    Args:
        y_true: Float["b"].
        y_pred: Float["b 2"], the mean and the log of the standard deviation.

    Returns:
        Float["b"]; without a least value.
    """
    mean, log_sigma = y_pred[..., 0], y_pred[..., 1]
    error = (y_true - mean) * ops.exp(-log_sigma)
    return 0.5 * ops.square(error) + log_sigma + 0.5 * math.log(2 * math.pi)


def error_of_mean(y_true, y_pred):
    """Absolute error of the predicted mean; Float["b"]."""
    return ops.abs(y_true - y_pred[..., 0])
