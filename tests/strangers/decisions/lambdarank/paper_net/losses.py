import numpy as np
from keras import ops


def ranks(scores):
    """Place of each score in its list, 0 for the largest: Float["b d"] → Int["b d"]."""
    order = ops.argsort(-scores, axis=-1)
    return ops.argsort(order, axis=-1)


def gains_and_ideal(y_true):
    """2^grade - 1, 0 where there is no document; and the DCG of the best order, (b, 1)."""
    gains = 2.0 ** ops.maximum(y_true, 0.0) - 1
    best = ops.flip(ops.sort(gains, axis=-1), axis=-1)
    ideal = ops.sum(best * discounts(ops.arange(y_true.shape[-1])), axis=-1, keepdims=True)
    return gains, ops.maximum(ideal, 1e-6)


def discounts(place):
    return float(np.log(2)) / ops.log(ops.cast(place, "float32") + 2)


def lambdarank(y_true, y_pred, sigma=1.0):
    """Pairwise logistic loss, each pair weighted with what swapping it would change of the NDCG.

    Args:
        y_true: Float["b d"], grades; -1 where there is no document.
        y_pred: Float["b d"], scores.
        sigma: steepness of the logistic.

    Source: Burges et al. 2006; as a loss: Wang et al. 2018, The LambdaLoss Framework, equation 12.
    """
    there = ops.cast(y_true >= 0, y_pred.dtype)
    scores = ops.where(y_true >= 0, y_pred, -1e9)
    gains, ideal = gains_and_ideal(y_true)
    discount = discounts(ranks(scores))  # (b, d)
    swap = ops.abs((gains[:, :, None] - gains[:, None]) * (discount[:, :, None] - discount[:, None])) / ideal[:, None]
    better = ops.cast(y_true[:, :, None] > y_true[:, None], y_pred.dtype) * there[:, :, None] * there[:, None]
    difference = y_pred[:, :, None] - y_pred[:, None]  # (b, d, d)
    return ops.sum(better * ops.stop_gradient(swap) * ops.softplus(-sigma * difference), axis=(1, 2))


def ndcg(y_true, y_pred):
    """Normalised discounted cumulative gain of the whole list."""
    gains, ideal = gains_and_ideal(y_true)
    place = ranks(ops.where(y_true >= 0, y_pred, -1e9))
    return ops.sum(gains * discounts(place), axis=-1) / ideal[:, 0]
