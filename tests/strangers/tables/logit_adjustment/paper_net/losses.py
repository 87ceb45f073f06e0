from keras import ops


def adjusted(y_true, y_pred, counts, tau=1.0):
    """Logit-adjusted cross-entropy: -log softmax(y_pred + tau * log prior)[y_true].

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], logits.
        counts: training samples of each class.
        tau: how much of the prior is taken away; 0 would be cross-entropy.

    Returns:
        Float["b"].

    Source: Menon et al. 2021, equation 10.
    """
    counts = ops.convert_to_tensor(counts, dtype=y_pred.dtype)
    prior = counts / ops.sum(counts)  # (c)
    log_p = ops.log_softmax(y_pred + tau * ops.log(prior), axis=-1)  # (b, c)
    return -ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)
