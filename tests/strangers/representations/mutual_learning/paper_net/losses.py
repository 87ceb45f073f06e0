from keras import ops


def mutual(y_true, y_pred):
    """Deep mutual learning: cross-entropy of each peer, and KL(p_other || p_own), the other's answer held fixed.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b peers c"], logits.

    Returns:
        Float["b"], summed over the peers; of more than two, the divergence is the mean over the others.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, peers, c)
    labels = ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype)[:, None]  # (b, 1, c)
    total = ops.sum(-ops.sum(labels * log_p, axis=-1), axis=-1)  # (b)
    peers = y_pred.shape[1]
    for own in range(peers):
        for other in range(peers):
            if own != other:
                fixed = ops.stop_gradient(log_p[:, other])
                divergence = ops.sum(ops.exp(fixed) * (fixed - log_p[:, own]), axis=-1)  # (b)
                total = total + divergence / (peers - 1)
    return total


def peers_right(y_true, y_pred):
    """The share of the peers that are right, of each sample."""
    answers = ops.argmax(y_pred, axis=-1)  # (b, peers)
    return ops.mean(ops.cast(answers == ops.cast(y_true, answers.dtype)[:, None], "float32"), axis=-1)
