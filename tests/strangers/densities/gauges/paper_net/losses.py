import math

from keras import ops


def bivariate_normal(y_true, y_pred):
    """-log N(y; m, L Lᵀ).

    Args:
        y_true: Float["b 2"].
        y_pred: Float["b 5"]: m1, m2, log l11, l21, log l22.
    """
    d1, d2 = y_true[:, 0] - y_pred[:, 0], y_true[:, 1] - y_pred[:, 1]
    log_l11, l21, log_l22 = y_pred[:, 2], y_pred[:, 3], y_pred[:, 4]
    z1 = d1 * ops.exp(-log_l11)
    z2 = (d2 - l21 * z1) * ops.exp(-log_l22)
    return math.log(2 * math.pi) + log_l11 + log_l22 + 0.5 * (z1**2 + z2**2)
