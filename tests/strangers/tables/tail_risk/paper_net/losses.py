from keras import ops


def fz0(y_true, y_pred, alpha):
    """FZ0: both value at risk v and expected shortfall e < 0 are elicited; it may be below 0."""
    v, e = y_pred[..., 0], y_pred[..., 1]
    below = ops.cast(y_true <= v, y_pred.dtype)
    return -below * (v - y_true) / (alpha * e) + v / e + ops.log(-e) - 1


def exceeded(y_true, y_pred):
    """1 where the return fell below the value at risk: a share of alpha, where it is calibrated."""
    return ops.mean(ops.cast(y_true <= y_pred[..., 0], "float32"), axis=-1)
