import math

from keras import ops


def discounted(gains, ranks):
    return ops.sum(gains * math.log(2) / ops.log(1 + ranks), axis=-1)


def ideal(gains):
    """The gain of the best order."""
    ordered = -ops.sort(-gains, axis=-1)
    return discounted(ordered, ops.arange(1, gains.shape[-1] + 1, dtype="float32"))


def soft_ranks(scores, there, temperature):
    """1 + sum of sigmoid((s_j - s_i) / T) over the other documents that are there."""
    ahead = ops.sigmoid((scores[:, None, :] - scores[:, :, None]) / temperature)  # (b, i, j)
    return 0.5 + ops.sum(ahead * there[:, None, :], axis=-1)  # its own sigmoid is 1/2


def approx_ndcg(y_true, y_pred, temperature):
    """-NDCG with soft ranks; a relevance of -1 fills up."""
    there = ops.cast(y_true >= 0, "float32")
    gains = (2.0 ** ops.maximum(y_true, 0.0)) - 1
    return -discounted(gains, soft_ranks(y_pred, there, temperature)) / ideal(gains)  # (b)


def ndcg(y_true, y_pred):
    """NDCG with the ranks themselves."""
    there = ops.cast(y_true >= 0, "float32")
    gains = (2.0 ** ops.maximum(y_true, 0.0)) - 1
    above = ops.cast(y_pred[:, None, :] > y_pred[:, :, None], "float32") * there[:, None, :]
    return discounted(gains, 1 + ops.sum(above, axis=-1)) / ideal(gains)


def by_relevance(y_true):
    return 10 * y_true
