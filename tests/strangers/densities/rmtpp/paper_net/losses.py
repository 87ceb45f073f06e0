from keras import ops


def gap_density(y_true, y_pred):
    """-log f(d), log f = past + growth d + (exp(past) - exp(past + growth d)) / growth; 0 where d is -1, unknown."""
    past, growth = y_pred[..., 0], y_pred[..., 1]  # (b, t)
    growth = ops.where(ops.abs(growth) < 1e-3, 1e-3, growth)  # its limit at 0 is the exponential distribution
    d = ops.maximum(y_true, 0)
    log_f = past + growth * d + (ops.exp(past) - ops.exp(past + growth * d)) / growth
    known = ops.cast(y_true >= 0, log_f.dtype)
    return (
        -known * log_f * ops.cast(ops.size(known), log_f.dtype) / ops.sum(known)
    )  # (b, t), its mean is over known gaps
