from keras import ops


def discrete_weibull(y_true, y_pred):
    """-log probability of a week, or of none seen yet, a customer's mean: Martinsson 2016, Section 2.4."""
    y_pred = ops.convert_to_tensor(y_pred)
    week, seen, counts = y_true[..., 0], y_true[..., 1], y_true[..., 2]  # (b, t)
    scale, shape = ops.exp(y_pred[..., 0]), ops.exp(y_pred[..., 1])
    before = ops.power((week + 1e-6) / scale, shape)  # the cumulated hazard
    behind = ops.power((week + 1.0) / scale, shape)
    step = ops.maximum(behind - before, 1e-6)
    log_p = seen * ops.log(-ops.expm1(-step)) - seen * before - (1.0 - seen) * behind
    return -ops.sum(counts * log_p, axis=-1) / ops.maximum(ops.sum(counts, axis=-1), 1.0)  # (b)
