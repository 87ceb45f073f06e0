"""What is minimised. y_true (b, 2); y_pred (b, 5): the mean, the log diagonal of L, and L's off-diagonal."""

import math

from keras import ops


def mahalanobis(y_true, y_pred):
    """|L' (y - mean)|^2; 2 on average where the covariance is right."""
    d = y_true - y_pred[:, :2]  # (b, 2)
    diagonal = ops.exp(y_pred[:, 2:4])
    first = diagonal[:, 0] * d[:, 0] + y_pred[:, 4] * d[:, 1]
    second = diagonal[:, 1] * d[:, 1]
    return ops.square(first) + ops.square(second)


def cholesky_nll(y_true, y_pred):
    log_determinant = ops.sum(y_pred[:, 2:4], axis=-1)  # of L; half that of the precision
    return math.log(2 * math.pi) - log_determinant + 0.5 * mahalanobis(y_true, y_pred)
