from keras import ops


def annotated(y_true, y_pred, ignore_class):
    """Cross-entropy of each annotator's answer, from logits, summed over those who gave one."""
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, r, c)
    given = ops.cast(ops.not_equal(y_true, ignore_class), y_pred.dtype)  # (b, r)
    chosen = ops.one_hot(ops.maximum(ops.cast(y_true, "int32"), 0), y_pred.shape[-1], dtype=y_pred.dtype)
    return -ops.sum(given * ops.sum(chosen * log_p, axis=-1), axis=-1)  # (b)
