import math

from keras import ops


def wing(y_true, y_pred, width=10.0, curvature=2.0):
    """Wing loss: of small errors a logarithm, so that they count; of large ones the absolute value.

        wing(x) = width ln(1 + |x| / curvature)   if |x| < width
                  |x| - c                         otherwise;   c = width - width ln(1 + width / curvature)

    Args:
        y_true: Float["b *k"], places.
        y_pred: Float["b *k"].
        width: errors up to here are small ones.
        curvature: the smaller, the steeper at 0.

    Returns:
        Float["b *"], the mean over the last axis.

    Source: Feng et al. 2018, Wing Loss for Robust Facial Landmark Localisation, arXiv 1711.06753, equation 5.
    """
    x = ops.abs(y_true - y_pred)
    c = width - width * math.log1p(width / curvature)
    return ops.mean(ops.where(x < width, width * ops.log1p(x / curvature), x - c), axis=-1)


def normalised_mean_error(y_true, y_pred):
    """Mean distance of the landmarks, in distances between the eyes; a metric."""
    eyes = ops.norm(y_true[:, 0] - y_true[:, 1], axis=-1)
    return ops.mean(ops.norm(y_true - y_pred, axis=-1), axis=-1) / eyes
