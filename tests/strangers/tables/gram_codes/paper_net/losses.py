from keras import ops


def codes(y_true, y_pred):
    """Cross-entropy of the codes of the next visit, of each visit.

        loss = -sum_c (y log p + (1 - y) log(1 - p)),   p = softmax(y_pred)

    Args:
        y_true: Float["b t c"], 1 where the code is recorded at the visit after.
        y_pred: Float["b t c"], logits.

    Source: Choi et al. 2017, GRAM, arXiv 1611.07012, equation 4.
    """
    p = ops.clip(ops.softmax(y_pred, axis=-1), 1e-7, 1 - 1e-7)  # (b, t, c)
    return -ops.sum(y_true * ops.log(p) + (1 - y_true) * ops.log(1 - p), axis=-1)  # (b, t)


def recall(y_true, y_pred, k=5):
    """Share of a visit's codes among the k that are held most likely."""
    best = ops.top_k(y_pred, k)[1]  # (b, t, k)
    found = ops.sum(ops.one_hot(best, y_pred.shape[-1], dtype=y_true.dtype), axis=-2) * y_true
    return ops.sum(found, axis=-1) / ops.maximum(ops.sum(y_true, axis=-1), 1)
