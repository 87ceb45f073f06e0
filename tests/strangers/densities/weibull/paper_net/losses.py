from keras import ops


def weibull(y_true, y_pred):
    """Negative log-likelihood of a Weibull time, some of which are censored.

        survival S(t) = exp(-(t / scale)**shape),   hazard h(t) = shape / t (t / scale)**shape
        loss = -event log h(t) - log S(t)

    Args:
        y_true: Float["b 2"], the time and 1 for a failure, 0 for one that was still running.
        y_pred: Float["b 2"], log scale and log shape.

    Returns:
        Float["b"].
    """
    time, event = y_true[:, 0], y_true[:, 1]
    log_scale, log_shape = y_pred[:, 0], y_pred[:, 1]
    log_cumulative = ops.exp(log_shape) * (ops.log(time) - log_scale)  # of the hazard
    log_hazard = log_shape - ops.log(time) + log_cumulative
    return ops.exp(log_cumulative) - event * log_hazard


def excess(y_true, y_pred):
    """Failures that were expected until each machine was last seen, less those that happened: 0 on average."""
    log_cumulative = ops.exp(y_pred[:, 1]) * (ops.log(y_true[:, 0]) - y_pred[:, 0])
    return ops.exp(log_cumulative) - y_true[:, 1]


def concordance(y_true, y_pred):
    """Of a batch: in which share of the comparable pairs does the one with the smaller scale fail first?"""
    time, event, scale = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
    comparable = ops.cast((time[:, None] < time[None, :]) & (event[:, None] > 0), scale.dtype)
    right = ops.cast(scale[:, None] < scale[None, :], scale.dtype)
    return ops.sum(comparable * right) / ops.maximum(ops.sum(comparable), 1)
