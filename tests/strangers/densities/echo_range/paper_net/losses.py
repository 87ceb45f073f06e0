import math

from keras import ops


def student_t(y_true, y_pred, freedom=3.0):
    """-log t(y; place, scale, freedom); from Float["b 1"] and (place, log scale) Float["b 2"] to Float["b"]."""
    place, log_scale = y_pred[:, 0], y_pred[:, 1]
    constant = math.lgamma(freedom / 2) - math.lgamma((freedom + 1) / 2) + math.log(math.pi * freedom) / 2
    z = (y_true[:, 0] - place) * ops.exp(-log_scale)
    return constant + log_scale + (freedom + 1) / 2 * ops.log1p(z**2 / freedom)


def error(y_true, y_pred):
    """The absolute error of the place, in metres."""
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
