from keras import ops


def bpr_all(y_true, y_pred):
    """Bayesian personalised ranking, -log sigmoid(s_i - s_j), the mean over all i watched and all j not; -1 is left out.

    Args:
        y_true: Float["b films"], 1, 0 or -1.
        y_pred: Float["b films"], scores.
    """
    positive, negative = ops.cast(y_true == 1, "float32"), ops.cast(y_true == 0, "float32")
    pairs = positive[:, :, None] * negative[:, None, :]
    worse = ops.softplus(y_pred[:, None, :] - y_pred[:, :, None])  # (b, i, j)
    return ops.sum(pairs * worse, axis=(1, 2)) / ops.maximum(ops.sum(pairs, axis=(1, 2)), 1.0)


def recall(y_true, y_pred, k=10):
    """Share of the watched films among the k best, or of k."""
    score = ops.where(y_true == -1, -1e9, y_pred)
    best = ops.top_k(score, k)[1]
    hits = ops.sum(ops.cast(ops.take_along_axis(y_true, best, axis=1) == 1, "float32"), axis=1)
    return hits / ops.clip(ops.sum(ops.cast(y_true == 1, "float32"), axis=1), 1, k)
