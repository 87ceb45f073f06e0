from keras import ops


def symmetric(y_true, y_pred, alpha, beta, a=-4.0):
    """Symmetric cross-entropy: alpha * CE + beta * RCE.

        CE = -log p(y),   RCE = -sum over k of p(k) log q(k),   log q(k) = 0 at the label, a elsewhere

    Args:
        y_true: Int["b"], the label, perhaps a wrong one.
        y_pred: Float["b c"], logits.
        a: what stands for log 0.

    Returns:
        Float["b"].

    Source: Wang et al. 2019, equations 5 to 7.
    """
    label = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)  # (b, c)
    log_p = ops.log_softmax(y_pred, axis=-1)
    ce = -ops.sum(label * log_p, axis=-1)
    rce = -ops.sum(ops.exp(log_p) * (1 - label) * a, axis=-1)
    return alpha * ce + beta * rce
