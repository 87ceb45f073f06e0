from keras import ops


def logit_adjusted(y_true, y_pred, counts, tau=1.0):
    """Cross-entropy of the logits with the classes' log prior added (Menon et al. 2021, equation 10)."""
    counts = ops.convert_to_tensor(counts, dtype=y_pred.dtype)
    prior = counts / ops.sum(counts)  # (c)
    log_p = ops.log_softmax(y_pred + tau * ops.log(prior), axis=-1)  # (b, c)
    return -ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (b)
