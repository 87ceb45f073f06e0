import math

from keras import ops


def zero_inflated_lognormal(y_true, y_pred):
    """-log(1 - p) where nothing was spent, else -log p - log LogNormal(y; mean, softplus(raw width))."""
    logit, mean, width = y_pred[..., 0], y_pred[..., 1], ops.softplus(y_pred[..., 2]) + 1e-3  # (b)
    spent = ops.cast(y_true > 0, y_pred.dtype)
    log_y = ops.log(ops.where(y_true > 0, y_true, 1.0))
    lognormal = log_y + ops.log(width) + math.log(2 * math.pi) / 2 + ((log_y - mean) / width) ** 2 / 2
    return ops.softplus(logit) - spent * logit + spent * lognormal
