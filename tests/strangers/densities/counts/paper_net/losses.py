import math

from keras import ops


def negative_binomial(y_true, y_pred):
    """Negative log-probability of counts with mean m and variance m + m² / r.

    Args:
        y_true: Float["b t"], counts.
        y_pred: Float["b t 2"], log m and log r.

    Returns:
        Float["b t"].
    """
    log_m, log_r = y_pred[..., 0], ops.clip(y_pred[..., 1], -5.0, 8.0)
    r = ops.exp(log_r)
    log_total = ops.logaddexp(log_m, log_r)  # log(m + r)
    choose = log_gamma(y_true + r) - log_gamma(r) - log_gamma(y_true + 1)
    return -(choose + r * (log_r - log_total) + y_true * (log_m - log_total))


def log_gamma(x):
    """log Γ(x) for x > 0: Stirling's series at x + 6, and six steps back; about 1e-6."""
    steps = sum(ops.log(x + i) for i in range(6))
    z = x + 6
    return (z - 0.5) * ops.log(z) - z + 0.5 * math.log(2 * math.pi) + 1 / (12 * z) - 1 / (360 * z**3) - steps


def error_of_mean(y_true, y_pred):
    """|count - m|, each day's."""
    return ops.abs(y_true - ops.exp(y_pred[..., 0]))
