from keras import ops


def deephit(y_true, y_pred, alpha, sigma):
    """DeepHit's total loss: the log-likelihood of what was seen, and a ranking loss.

    Args:
        y_true: Float["b 2"], interval and event (0: censored; 1 …: the cause).
        y_pred: Float["b k t"], P(cause, interval).
        alpha: weight of the ranking loss.
        sigma: its scale.

    Returns:
        Float["b"].

    Source: Lee et al. 2018, Section 4, Loss Function.
    """
    causes, intervals = y_pred.shape[1:]
    at = ops.one_hot(ops.cast(y_true[:, 0], "int32"), intervals)  # (b, t)
    of = ops.one_hot(ops.cast(y_true[:, 1], "int32") - 1, causes)  # (b, k), zeros where censored
    seen = ops.sum(of, axis=-1)  # (b)
    cif = ops.cumsum(y_pred, axis=-1)  # (b, k, t)

    hit = ops.log(ops.einsum("bkt,bk,bt->b", y_pred, of, at) + 1e-7)
    outlived = ops.log(1 - ops.einsum("bkt,bt->b", cif, at) + 1e-6)
    likelihood = seen * hit + (1 - seen) * outlived

    risk = ops.einsum("jkt,ik,it->ij", cif, of, at)  # of j, by i's cause, at i's time
    own = ops.einsum("ikt,ik,it->i", cif, of, at)
    comparable = seen[:, None] * ops.cast(y_true[:, None, 0] < y_true[None, :, 0], "float32")  # (i, j)
    ranking = ops.mean(comparable * ops.exp(-(own[:, None] - risk) / sigma), axis=1)
    return -likelihood + alpha * ranking


def concordance(y_true, y_pred):
    """Time-dependent concordance over the pairs of a batch: whose event came first had the larger incidence then."""
    causes, intervals = y_pred.shape[1:]
    at = ops.one_hot(ops.cast(y_true[:, 0], "int32"), intervals)
    of = ops.one_hot(ops.cast(y_true[:, 1], "int32") - 1, causes)
    cif = ops.cumsum(y_pred, axis=-1)
    risk = ops.einsum("jkt,ik,it->ij", cif, of, at)
    own = ops.einsum("ikt,ik,it->i", cif, of, at)[:, None]
    comparable = ops.sum(of, axis=-1)[:, None] * ops.cast(y_true[:, None, 0] < y_true[None, :, 0], "float32")
    right = ops.cast(own > risk, "float32") + 0.5 * ops.cast(own == risk, "float32")
    return ops.sum(comparable * right) / ops.maximum(ops.sum(comparable), 1) * ops.ones_like(y_true[:, 0])


def brier(y_true, y_pred, horizon):
    """Squared error of P(an event before the horizon), of those whose state is known then; 0 of the others."""
    p = ops.sum(y_pred[:, :, :horizon], axis=(1, 2))
    event = ops.cast((y_true[:, 0] < horizon) & (y_true[:, 1] > 0), "float32")
    known = ops.cast((y_true[:, 0] >= horizon) | (y_true[:, 1] > 0), "float32")
    return known * (event - p) ** 2
