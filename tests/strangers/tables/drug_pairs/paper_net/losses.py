from keras import ops


def known_crossentropy(y_true, y_pred):
    """Cross-entropy of each side effect, over the entries that somebody looked at.

    Args:
        y_true: Float["b e"], 1, 0, or -1 where it is unknown.
        y_pred: Float["b e"], logits.

    Returns:
        Float["b"], >= 0: the mean over the known entries of a pair; 0 where there are none.
    """
    known = ops.cast(y_true >= 0, y_pred.dtype)  # (b, e)
    loss = ops.softplus(y_pred) - ops.maximum(y_true, 0) * y_pred
    return ops.sum(known * loss, axis=-1) / ops.maximum(ops.sum(known, axis=-1), 1)


def known_accuracy(y_true, y_pred):
    """Share of a pair's known entries that are foretold."""
    known = ops.cast(y_true >= 0, y_pred.dtype)
    right = ops.cast((y_pred > 0) == (y_true > 0.5), y_pred.dtype)
    return ops.sum(known * right, axis=-1) / ops.maximum(ops.sum(known, axis=-1), 1)
