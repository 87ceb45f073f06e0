import math

from keras import ops


def student_t(y_true, y_pred, freedom=3):
    """-log of Student's t density, which forgives what is far off.

        loss = log(scale) - log c + (freedom + 1) / 2 · log(1 + ((y - location) / scale)² / freedom)

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], location and log(scale).
        freedom: its degrees.

    Returns:
        Float["b"].
    """
    log_c = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2) - 0.5 * math.log(freedom * math.pi)
    z = (y_true[:, 0] - y_pred[:, 0]) * ops.exp(-y_pred[:, 1])
    return y_pred[:, 1] - log_c + (freedom + 1) / 2 * ops.log1p(z**2 / freedom)


def absolute_error(y_true, y_pred):
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
