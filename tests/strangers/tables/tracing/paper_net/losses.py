from keras import ops


def answers(y_true, y_pred):
    """Binary cross-entropy from logits, the mean of a pupil's questions; -1 is no question."""
    there = ops.cast(y_true >= 0, y_pred.dtype)
    each = ops.softplus(y_pred) - ops.maximum(y_true, 0.0) * y_pred  # (b, t)
    return ops.sum(there * each, axis=-1) / ops.sum(there, axis=-1)


def share_right(y_true, y_pred):
    """The share of a pupil's questions whose answer is foretold."""
    there = ops.cast(y_true >= 0, y_pred.dtype)
    hit = ops.cast(ops.equal(y_pred > 0, y_true > 0.5), y_pred.dtype)
    return ops.sum(there * hit, axis=-1) / ops.sum(there, axis=-1)
