from keras import ops


def leaf_cross_entropy(y_true, y_pred):
    """Cross-entropy of each leaf's distribution, weighted by the probability of its path.

        loss = -sum over leaves of P(leaf | x) * log Q(y_true | leaf)

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], sum over leaves of P * log Q, for each class.

    Returns:
        Float["b"], >= 0.

    Source: Frosst & Hinton 2017, equation 3, without its outer logarithm, as is usual.
    """
    target = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1], dtype=y_pred.dtype)
    return -ops.sum(target * y_pred, axis=-1)
