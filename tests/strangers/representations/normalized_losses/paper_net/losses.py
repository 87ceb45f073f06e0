from keras import ops


def active_passive(y_true, y_pred, active=1.0, passive=1.0, log_zero=-4.0):
    """Normalized cross-entropy, which is robust to noisy labels, and reverse cross-entropy, which makes it fit as well.

        loss = active * log p_y / sum_k log p_k - passive * A * (1 - p_y),   p = softmax(y_pred)

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], logits.
        active: weight of the normalized cross-entropy.
        passive: weight of the reverse one.
        log_zero: A, which stands for log 0.

    Returns:
        Float["b"], 0 or more.

    Source: Ma et al. 2020, Normalized Loss Functions for Deep Learning with Noisy Labels, arXiv 2006.13554.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, c)
    true = ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype)
    log_true = ops.sum(true * log_p, axis=-1)  # (b)
    normalized = log_true / ops.sum(log_p, axis=-1)
    reverse = -log_zero * (1 - ops.exp(log_true))
    return active * normalized + passive * reverse
