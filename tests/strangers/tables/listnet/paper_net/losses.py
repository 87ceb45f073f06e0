from keras import ops


def listnet(y_true, y_pred):
    """Cross-entropy of the top-one probabilities of grades and scores; a grade of -1 is no document."""
    there = y_true >= 0
    wanted = ops.softmax(ops.where(there, y_true, -1e9), axis=-1)  # (b, d)
    given = ops.log_softmax(ops.where(there, y_pred, -1e9), axis=-1)
    return -ops.sum(ops.where(there, wanted * given, 0.0), axis=-1)  # (b)


def right(y_true):
    """Grades as scores are the best there are."""
    return y_true


def ndcg(y_true, y_pred, at=5):
    """Normalized discounted cumulative gain of the first `at` documents."""
    there = ops.cast(y_true >= 0, "float32")
    gains = there * (2.0 ** ops.maximum(y_true, 0.0) - 1)  # (b, d)
    discounts = ops.log(2.0) / ops.log(ops.arange(at, dtype="float32") + 2)  # (at)
    first = ops.top_k(ops.where(there > 0, y_pred, -1e9), at)[1]  # (b, at)
    reached = ops.sum(ops.take_along_axis(gains, first, axis=-1) * discounts, axis=-1)
    best = ops.sum(ops.top_k(gains, at)[0] * discounts, axis=-1)
    return ops.where(best > 0, reached / ops.maximum(best, 1e-9), 1.0)
