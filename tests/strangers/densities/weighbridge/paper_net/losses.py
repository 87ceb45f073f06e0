import math

from keras import ops


def student_t(y_true, y_pred, df):
    """-log density of a Student's t with `df` degrees of freedom.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], centre and log scale.
        df: degrees of freedom; the fewer, the less an outlier counts.

    Returns:
        Float["b"].
    """
    centre, log_scale = y_pred[:, 0], y_pred[:, 1]
    z = (y_true[:, 0] - centre) / ops.exp(log_scale)
    constant = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
    return 0.5 * (df + 1) * ops.log1p(z**2 / df) + log_scale - constant


def missed(y_true, y_pred):
    """The metric: is the centre off by more than a tenth of the weight?"""
    return ops.cast(ops.abs(y_pred[:, 0] - y_true[:, 0]) > 0.1 * y_true[:, 0], "float32")
