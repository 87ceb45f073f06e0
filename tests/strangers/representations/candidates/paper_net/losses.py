from keras import ops


def candidates(y_true, y_pred):
    """-log of the sum of softmax(y_pred) over the candidates.

    Args:
        y_true: (b, c), 1 of a candidate, else 0.
        y_pred: (b, c), logits.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)
    return -ops.logsumexp(ops.where(y_true > 0.5, log_p, -1e9), axis=-1)


def hit(y_true, y_pred):
    """Whether the likeliest class is a candidate: where there is but one, accuracy."""
    chosen = ops.one_hot(ops.argmax(y_pred, axis=-1), y_pred.shape[-1], dtype="float32")
    return ops.sum(chosen * ops.cast(y_true, "float32"), axis=-1)
