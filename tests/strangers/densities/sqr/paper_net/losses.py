from keras import ops


def pinball(y_true, y_pred):
    """The pinball loss, mean over the levels, whose minimum in expectation is the quantile.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b levels 2"], a quantile and its level.
    """
    quantile, level = y_pred[..., 0], y_pred[..., 1]
    error = y_true - quantile  # (b, levels)
    return ops.mean(ops.maximum(level * error, (level - 1) * error), axis=-1)


def covered(y_true, y_pred):
    """1 where the target lies between the outermost quantiles."""
    low, high = y_pred[:, 0, 0], y_pred[:, -1, 0]
    return ops.cast((low <= y_true[:, 0]) & (y_true[:, 0] <= high), "float32")
