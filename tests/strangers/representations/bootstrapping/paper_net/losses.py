"""Hard bootstrapping (Reed et al. 2014)."""

from keras import ops


def hard_bootstrap(y_true, y_pred, beta):
    """-sum_k [beta t_k + (1 - beta) z_k] log q_k,   z = one-hot of argmax q.   Equation 7.

    Args:
        y_true: Int["b"], the class that the label says.
        y_pred: Float["b c"], logits.
        beta: how much the label is trusted.
    """
    classes = y_pred.shape[-1]
    log_q = ops.log_softmax(y_pred, axis=-1)  # (b, c)
    label = ops.one_hot(y_true, classes, dtype=log_q.dtype)
    believed = ops.one_hot(ops.argmax(y_pred, axis=-1), classes, dtype=log_q.dtype)
    return -ops.sum((beta * label + (1 - beta) * believed) * log_q, axis=-1)


def right(y_true, classes):
    """Logits that are certain, and right."""
    return 30.0 * ops.one_hot(y_true, classes)
