from keras import ops


def weibull_censored(y_true, y_pred):
    """-(u (log b - log a + (b - 1) log(t / a)) - (t / a)^b): y_true is (t, u), u = 0 where it is only known to be later."""
    time, seen = y_true[..., 0], y_true[..., 1]
    log_scale, log_shape = y_pred[..., 0], y_pred[..., 1]
    shape = ops.exp(log_shape)
    log_ratio = ops.log(ops.maximum(time, 1e-6)) - log_scale  # log(t / a)
    log_hazard = log_shape - log_scale + (shape - 1) * log_ratio
    return ops.exp(shape * log_ratio) - seen * log_hazard
