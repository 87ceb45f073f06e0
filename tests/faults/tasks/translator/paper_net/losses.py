"""YOURS. What is minimised. Shapes: b batch, t tokens, v vocabulary."""

from keras import ops

PAD, END = 0, 2


def smoothed_cross_entropy(y_true, y_pred, smoothing=0.1):
    """Cross-entropy against the true token with probability 1 - smoothing and any token otherwise, without padding.

        loss = mean over tokens of  -(1 - smoothing) log p(true) - smoothing * mean over v of log p(v)

    Args:
        y_true: Int["b t"], tokens; PAD does not count.
        y_pred: Float["b t v"], logits.
        smoothing: 0 is plain cross-entropy.

    Returns:
        Float["b"], at least the entropy of the smoothed target.

    Source: Szegedy et al. 2016, arXiv 1512.00567, section 7; Vaswani et al. 2017, arXiv 1706.03762, section 5.4.
    """
    y_true = ops.cast(y_true, "int32")
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, t, v)
    truth = ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype)
    of_truth = -ops.sum(truth * log_p, axis=-1)  # (b, t)
    of_any = -ops.mean(log_p, axis=-1)  # (b, t)
    counts = ops.cast(ops.not_equal(y_true, PAD), log_p.dtype)  # (b, t)
    token = (1 - smoothing) * of_truth + smoothing * of_any  # (b, t)
    return ops.sum(counts * token, axis=-1) / ops.maximum(ops.sum(counts, axis=-1), 1)  # (b)


def token_accuracy(y_true, y_pred):
    """Share of the tokens that are right, padding left out; Float["b"]."""
    right, counts = right_tokens(y_true, y_pred)
    return ops.sum(right * counts, axis=-1) / ops.maximum(ops.sum(counts, axis=-1), 1)


def exact(y_true, y_pred):
    """1 where every token is right, else 0: as for greedy decoding, which then never leaves the true prefix."""
    right, counts = right_tokens(y_true, y_pred)
    return ops.min(ops.where(counts > 0, right, ops.ones_like(right)), axis=-1)


def right_tokens(y_true, y_pred):
    y_true = ops.cast(y_true, "int32")
    right = ops.equal(y_true, ops.cast(ops.argmax(y_pred, axis=-1), "int32"))
    return ops.cast(right, "float32"), ops.cast(ops.not_equal(y_true, PAD), "float32")
