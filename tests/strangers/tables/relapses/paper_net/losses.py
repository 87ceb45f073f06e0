import math

from keras import ops


def weibull(y_true, y_pred):
    """-(event · log hazard - cumulative hazard) of (time, event) under (log scale, log shape)."""
    time, event = y_true[..., 0], y_true[..., 1]
    log_scale, log_shape = y_pred[..., 0], y_pred[..., 1]
    log_z = ops.log(time + 1e-6) - log_scale
    shape = ops.exp(log_shape)
    log_hazard = log_shape - log_scale + (shape - 1) * log_z
    cumulative = ops.exp(shape * log_z)
    return cumulative - event * log_hazard


def log_error(y_true, y_pred):
    """How far the median is from the time, as a difference of logarithms."""
    median = y_pred[..., 0] + math.log(math.log(2)) / ops.exp(y_pred[..., 1])
    return ops.abs(ops.log(y_true[..., 0] + 1e-6) - median)
