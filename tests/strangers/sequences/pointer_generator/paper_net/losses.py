from keras import ops


def nll(y_true, y_pred, epsilon=1e-6):
    """-log of the probability of the word: of generating it and of copying it, together.

    Args:
        y_true: Int["b u"], the words.
        y_pred: Float["b u words"], probabilities.
        epsilon: keeps the logarithm finite where a word can neither be generated nor copied.

    Returns:
        Float["b u"].

    Source: See et al. 2017, Get To The Point, equation 6.
    """
    p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype) * y_pred, axis=-1)
    return -ops.log(p + epsilon)
