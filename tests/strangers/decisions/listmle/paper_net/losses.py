from keras import ops


def list_mle(y_true, y_pred):
    """Minus the log likelihood of the best order under Plackett and Luce (Xia et al. 2008).

        loss = sum_i log(sum_{j >= i} exp s_j) - s_i,   s sorted by falling relevance

    Args:
        y_true: Float["b n"], relevance; -1 where there is no document.
        y_pred: Float["b n"], scores.

    Returns:
        Float["b"]
    """
    order = ops.argsort(-y_true, axis=-1)
    there = ops.take_along_axis(y_true, order, axis=-1) >= 0
    s = ops.where(there, ops.take_along_axis(y_pred, order, axis=-1), -1e9)
    top = ops.max(s, axis=-1, keepdims=True)
    rest = ops.flip(ops.cumsum(ops.flip(ops.exp(s - top), axis=-1), axis=-1), axis=-1)  # of those not yet placed
    return ops.sum(ops.where(there, ops.log(rest + 1e-12) + top - s, 0.0), axis=-1)


def ndcg(y_true, y_pred, at=5):
    """Normalized discounted cumulative gain of the first `at`, the relevance being the gain."""
    gain = ops.maximum(y_true, 0.0)
    order = ops.argsort(ops.where(y_true >= 0, -y_pred, 1e9), axis=-1)[:, :at]
    discount = 1 / ops.log(ops.arange(2, at + 2, dtype=y_pred.dtype))
    got = ops.sum(ops.take_along_axis(gain, order, axis=-1) * discount, axis=-1)
    best = ops.sum(-ops.sort(-gain, axis=-1)[:, :at] * discount, axis=-1)
    return got / (best + 1e-7)
