from keras import ops


def discounted(gain, rank):
    return ops.sum(gain * ops.log(2.0) / ops.log1p(rank), axis=-1)


def ideal(y_true):
    """The discounted gain of the best order: Float["b"]."""
    gain = ops.flip(ops.sort(gains(y_true), axis=-1), axis=-1)
    return discounted(gain, ops.arange(1, gain.shape[-1] + 1, dtype=gain.dtype))


def gains(y_true):
    return ops.where(y_true > 0, 2.0**y_true - 1, 0.0)


def approx_ndcg(y_true, y_pred, temperature=1.0):
    """1 - NDCG, with rank_i = 1 + sum over j of sigmoid((s_j - s_i) / temperature).

    Args:
        y_true: Float["b d"], grades 0, 1, …; -1 where no document is.
        y_pred: Float["b d"], scores.
        temperature: the smaller, the closer to the true ranks, and the flatter.

    Returns:
        Float["b"], 0 … 1.

    Source: Qin, Liu & Li 2010, Section 4.
    """
    ahead = ops.sigmoid((y_pred[:, None, :] - y_pred[:, :, None]) / temperature)  # (b, i, j): is j ahead of i?
    other = ops.cast(y_true >= 0, y_pred.dtype)[:, None, :] * (1 - ops.eye(y_pred.shape[-1]))
    rank = 1 + ops.sum(ahead * other, axis=-1)  # (b, d)
    return 1 - discounted(gains(y_true), rank) / ops.maximum(ideal(y_true), 1e-6)


def in_order(y_true):
    """Scores in the order of the grades; of equal grades the first is ahead."""
    return 1000.0 * y_true - 20.0 * ops.arange(y_true.shape[-1], dtype=y_true.dtype)


def ndcg(y_true, y_pred):
    """NDCG of the whole list, by its true ranks: Float["b"]."""
    y_pred = ops.where(y_true >= 0, y_pred, -1e9)
    rank = 1 + ops.argsort(ops.argsort(-y_pred, axis=-1), axis=-1)
    return discounted(gains(y_true), ops.cast(rank, y_pred.dtype)) / ops.maximum(ideal(y_true), 1e-6)
