from keras import ops


def scored(y_true, y_pred):
    """Cross-entropy of a window, the mean over its scored epochs.

    Args:
        y_true: Int["b t"], the stage; -1 where nobody scored.
        y_pred: Float["b t c"], logits.

    Returns:
        Float["b"]
    """
    known = ops.cast(y_true >= 0, y_pred.dtype)  # (b, t)
    log_p = ops.log_softmax(y_pred, axis=-1)
    log_p = ops.sum(ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1]) * log_p, axis=-1)  # (b, t)
    return -ops.sum(known * log_p, axis=-1) / ops.maximum(ops.sum(known, axis=-1), 1)


def scored_right(y_true, y_pred):
    """The share of a window's scored epochs whose likeliest stage is the right one: Float["b"]."""
    known = ops.cast(y_true >= 0, "float32")
    right = ops.cast(ops.equal(ops.cast(y_true, "int32"), ops.cast(ops.argmax(y_pred, axis=-1), "int32")), "float32")
    return ops.sum(known * right, axis=-1) / ops.maximum(ops.sum(known, axis=-1), 1)
