import math

from keras import ops


def log_gamma(x):
    """ln of the gamma function of x > 0: Stirling's series at x + 5, and back."""
    shift = sum(ops.log(x + i) for i in range(5))
    x = x + 5
    return (x - 0.5) * ops.log(x) - x + 0.5 * math.log(2 * math.pi) + 1 / (12 * x) - 1 / (360 * x**3) - shift


def beta(y_true, y_pred):
    """-log density of Beta(mean precision, (1 - mean) precision).

    Args:
        y_true: Float["b 1"], between 0 and 1.
        y_pred: Float["b 2"], mean in 0 … 1, precision > 0.

    Returns:
        Float["b"].
    """
    y, mean, precision = y_true[:, 0], ops.clip(y_pred[:, 0], 1e-4, 1 - 1e-4), y_pred[:, 1]
    a, b = mean * precision, (1 - mean) * precision
    return log_gamma(a) + log_gamma(b) - log_gamma(precision) - (a - 1) * ops.log(y) - (b - 1) * ops.log1p(-y)


def miss(y_true, y_pred):
    """The metric: absolute error of the mean."""
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
