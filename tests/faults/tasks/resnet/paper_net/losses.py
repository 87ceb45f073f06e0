"""YOURS. What is minimised. Shapes: b batch, c classes."""

from keras import ops


def smoothed(y_true, y_pred, smoothing=0.1):
    """Cross-entropy with smoothed labels; Szegedy et al. 2015, section 7.

        loss = -sum_c q_c log p_c,   q = (1 - s) onehot(y_true) + s / classes,   p = softmax(y_pred)

    Args:
        y_true: Int["b"], 0 … c - 1.
        y_pred: Float["b c"], logits.
        smoothing: s, the share that all classes have in common.

    Returns:
        Float["b"], at least the entropy of q.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, c)
    hard = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (b)
    return -(1 - smoothing) * hard - smoothing * ops.mean(log_p, axis=-1)
