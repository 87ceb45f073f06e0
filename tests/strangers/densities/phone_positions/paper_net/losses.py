import math

from keras import ops


def normal_2d(y_true, y_pred):
    """-log density of a normal distribution in the plane, whose precision is L L'.

    Args:
        y_true: Float["b 2"].
        y_pred: Float["b 5"]: mean (2), log of the diagonal of L (2), the entry below it.

    Returns:
        Float["b"], in nats.
    """
    d = y_true - y_pred[:, :2]
    log_diagonal, below = y_pred[:, 2:4], y_pred[:, 4]
    diagonal = ops.exp(log_diagonal)
    first = diagonal[:, 0] * d[:, 0] + below * d[:, 1]  # L' d
    second = diagonal[:, 1] * d[:, 1]
    return 0.5 * (first**2 + second**2) - ops.sum(log_diagonal, axis=-1) + math.log(2 * math.pi)


def metres(y_true, y_pred):
    """How far the mean is from the place; Float["b"]."""
    return ops.sqrt(ops.sum((y_true - y_pred[:, :2]) ** 2, axis=-1))
