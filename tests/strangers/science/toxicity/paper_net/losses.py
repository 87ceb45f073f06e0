from keras import ops


def known_crossentropy(y_true, y_pred):
    """Binary cross-entropy of logits, of the assays that were made alone (-1: it was not)."""
    known = ops.cast(y_true >= 0, y_pred.dtype)
    y_true = ops.maximum(y_true, 0.0)
    each = ops.softplus(y_pred) - y_true * y_pred  # -log p of the label
    return ops.sum(known * each, axis=-1) / ops.maximum(ops.sum(known, axis=-1), 1.0)


def known_accuracy(y_true, y_pred):
    """The share of the assays made whose answer is right."""
    made = ops.cast(ops.not_equal(y_true, -1.0), y_pred.dtype)
    right = ops.cast(ops.equal(y_true > 0.5, y_pred > 0), y_pred.dtype)
    return ops.sum(made * right, axis=-1) / ops.maximum(ops.sum(made, axis=-1), 1.0)
