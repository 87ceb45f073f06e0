"""What is minimised. Shapes: b batch, m members, c classes."""

from keras import ops


def member_cross_entropy(y_true, y_pred):
    """Mean of the members' cross-entropies: (b,), logits (b, m, c) -> (b,)."""
    log_p = ops.log_softmax(y_pred, axis=-1)
    return -ops.mean(ops.sum(one_hot(y_true, y_pred) * log_p, axis=-1), axis=-1)


def ensemble_nll(y_true, y_pred):
    """-log of the mean of the members' probabilities."""
    p = ops.mean(ops.softmax(y_pred, axis=-1), axis=1, keepdims=True)
    return -ops.sum(one_hot(y_true, y_pred) * ops.log(p + 1e-9), axis=(-2, -1))


def ensemble_accuracy(y_true, y_pred):
    p = ops.mean(ops.softmax(y_pred, axis=-1), axis=1)
    right = ops.argmax(p, axis=-1) == ops.cast(ops.reshape(y_true, (-1,)), "int32")
    return ops.cast(right, "float32")


def one_hot(y_true, y_pred):
    return ops.one_hot(ops.reshape(y_true, (-1,)), y_pred.shape[-1], dtype=y_pred.dtype)[:, None]  # (b, 1, c)
