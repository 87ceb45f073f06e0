from keras import ops


def selective(y_true, y_pred, coverage, strength):
    """The selective risk (equation 2) and what a coverage below the wanted one costs, the same for each of a batch."""
    log_p = ops.log_softmax(y_pred[..., :-1], axis=-1)  # (b, c)
    chosen = ops.sigmoid(y_pred[..., -1])  # (b)
    each = -ops.sum(ops.one_hot(y_true, log_p.shape[-1]) * log_p, axis=-1)  # (b)
    covered = ops.mean(chosen)
    risk = ops.mean(chosen * each) / covered
    return (risk + strength * ops.maximum(coverage - covered, 0.0) ** 2) * ops.ones_like(chosen)


def selective_accuracy(y_true, y_pred, coverage):
    """Of the share `coverage` of a batch that is chosen first, how many are right; the same for each of a batch."""
    chosen = y_pred[..., -1]
    least = ops.quantile(chosen, 1 - coverage)
    taken = ops.cast(chosen >= least, "float32")
    hit = ops.cast(ops.equal(ops.argmax(y_pred[..., :-1], axis=-1), ops.cast(y_true, "int64")), "float32")
    return ops.sum(taken * hit) / ops.sum(taken) * ops.ones_like(taken)
