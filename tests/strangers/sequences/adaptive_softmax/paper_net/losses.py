from keras import ops


def negative_log_likelihood(y_true, y_pred):
    """Minus the log-probability of the true word, of each step; y_pred are log-probabilities."""
    right = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1], dtype=y_pred.dtype)
    return -ops.sum(right * y_pred, axis=-1)
