import math

from keras import ops


def log_share_above(z):
    """ln(1 - Φ(z)), by the complementary error function; far out it is held at its value at z = 5."""
    return ops.log(0.5 * (1 - ops.erf(ops.minimum(z, 5.0) / math.sqrt(2))) + 1e-7)


def truncated_normal(y_true, y_pred):
    """-ln of the density of a length, given that it is above its net's limit; y_true: length, limit, mean of all."""
    mean, log_deviation = y_pred[..., 0], y_pred[..., 1]
    z = (y_true[..., 0] - mean) * ops.exp(-log_deviation)
    z_limit = (y_true[..., 1] - mean) * ops.exp(-log_deviation)
    log_normal = -0.5 * ops.square(z) - log_deviation - 0.5 * math.log(2 * math.pi)
    return log_share_above(z_limit) - log_normal  # (b)


def mean_error(y_true, y_pred):
    """How far the mean is from that of all such fish, those that slipped through among them."""
    return ops.abs(y_pred[..., 0] - y_true[..., 2])
