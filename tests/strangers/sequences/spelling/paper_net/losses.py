"""YOURS. What is minimised: the cross-entropy of what is spelt."""

from keras import ops


def spelt(y_true, y_pred):
    """Mean cross-entropy of a word's letters and its end; places that only fill up (0) do not count.

    Args:
        y_true: Int["b t"].
        y_pred: Float["b t c"], logits.

    Returns:
        Float["b"].
    """
    there = ops.cast(ops.not_equal(y_true, 0), y_pred.dtype)  # (b, t)
    log_p = ops.log_softmax(y_pred, axis=-1)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (b, t)
    return -ops.sum(there * log_p, axis=-1) / ops.sum(there, axis=-1)


def right(y_true, y_pred):
    """Share of a word's letters, and its end, that are right; (b)."""
    there = ops.cast(ops.not_equal(y_true, 0), y_pred.dtype)
    found = ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), y_true.dtype), y_true), y_pred.dtype)
    return ops.sum(there * found, axis=-1) / ops.sum(there, axis=-1)
