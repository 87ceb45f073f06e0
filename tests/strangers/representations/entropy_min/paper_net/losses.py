from keras import ops


def minimum_entropy(y_true, y_pred, weight, ignore_class=-1):
    """Cross-entropy where there is a label, and weight times the entropy of the answer where there is none.

    Args:
        y_true: Int["b"], the class, or ignore_class.
        y_pred: Float["b c"], logits.
        weight: lambda of the paper.

    Source: Grandvalet and Bengio 2005, Semi-supervised Learning by Entropy Minimization, equation 7.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, c)
    known = ops.cast(y_true != ignore_class, log_p.dtype)  # (b)
    label = ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1], dtype=log_p.dtype)
    cross_entropy = -ops.sum(label * log_p, axis=-1)
    entropy = -ops.sum(ops.exp(log_p) * log_p, axis=-1)
    return known * cross_entropy + (1 - known) * weight * entropy
