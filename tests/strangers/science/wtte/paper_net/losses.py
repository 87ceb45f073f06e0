import math

from keras import ops


def weibull_censored(y_true, y_pred):
    """-log likelihood of Weibull lives: of those that failed the density, of others the chance to live longer."""
    time, failed = y_true[..., 0], y_true[..., 1]
    log_scale, log_shape = y_pred[..., 0], y_pred[..., 1]
    log_ratio = ops.exp(log_shape) * (ops.log(time + 1e-6) - log_scale)  # log (t / scale)^shape
    log_hazard = log_shape + log_ratio
    return -(failed * log_hazard - ops.exp(log_ratio))


def log_median_error(y_true, y_pred):
    """How far the predicted median life is from the life, in its logarithm."""
    log_median = y_pred[..., 0] + math.log(math.log(2)) * ops.exp(-y_pred[..., 1])
    return ops.abs(ops.log(y_true[..., 0] + 1e-6) - log_median)
