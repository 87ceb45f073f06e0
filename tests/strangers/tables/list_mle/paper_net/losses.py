from keras import ops


def list_mle(y_true, y_pred):
    """-log of the Plackett-Luce likelihood of the true order: Xia et al. 2008, equation 9."""
    order = ops.argsort(-y_true, axis=-1)  # the best document first
    scores = ops.take_along_axis(y_pred, order, axis=-1)  # (b, d)
    scores = scores - ops.stop_gradient(ops.max(scores, axis=-1, keepdims=True))
    left = ops.flip(ops.cumsum(ops.flip(ops.exp(scores), axis=-1), axis=-1), axis=-1)  # of itself and those behind it
    return ops.sum(ops.log(left + 1e-10) - scores, axis=-1)  # (b)


def pairs_right(y_true, y_pred):
    """Share of a query's pairs of documents that stand in the true order."""
    truth = y_true[:, :, None] > y_true[:, None, :]  # (b, d, d)
    answer = y_pred[:, :, None] > y_pred[:, None, :]
    both = ops.cast(ops.logical_and(truth, answer), "float32")
    return ops.sum(both, axis=(1, 2)) / ops.sum(ops.cast(truth, "float32"), axis=(1, 2))


def ndcg(y_true, y_pred):
    """Normalized discounted cumulative gain, of the places of the true order as grades 3, 2, 1, 0, 0 …."""
    places = ops.argsort(ops.argsort(-y_true, axis=-1), axis=-1)
    gain = 2.0 ** ops.maximum(3.0 - ops.cast(places, "float32"), 0.0) - 1.0  # (b, d)
    found = ops.take_along_axis(gain, ops.argsort(-y_pred, axis=-1), axis=-1)
    best = ops.take_along_axis(gain, ops.argsort(-y_true, axis=-1), axis=-1)
    discount = 1.0 / ops.log2(ops.arange(2, gain.shape[-1] + 2, dtype="float32"))
    return ops.sum(found * discount, axis=-1) / ops.sum(best * discount, axis=-1)
