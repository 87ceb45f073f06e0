"""YOURS. What is minimised: the likelihood of discrete hazards, after Gensheimer & Narasimhan 2019, PeerJ 7:e6257.

Shapes: b batch, k intervals.
"""

from keras import ops


def hazard_nll(y_true, y_pred):
    """-log of: surviving each interval before the last one seen, and failing in that one where it failed.

    Args:
        y_true: Float["b 2"], the interval, whether it failed there; a censored one has survived those before.
        y_pred: Float["b k"], logits of the hazards.

    Returns:
        Float["b"], >= 0.
    """
    interval, failed = y_true[..., :1], y_true[..., 1:]  # (b, 1)
    steps = ops.arange(y_pred.shape[-1], dtype="float32")  # (k)
    survived = ops.cast(steps < interval, "float32")  # (b, k)
    fails = failed * ops.cast(ops.equal(steps, interval), "float32")  # (b, k)
    log_hazard, log_spared = ops.log_sigmoid(y_pred), ops.log_sigmoid(-y_pred)
    return -ops.sum(survived * log_spared + fails * log_hazard, axis=-1)  # (b)


def brier(y_true, y_pred, horizon=4):
    """Squared error of the probability to outlive `horizon` intervals; 0 where that is not known; Float["b"]."""
    interval, failed = y_true[..., 0], y_true[..., 1]
    outlives = ops.exp(ops.sum(ops.log_sigmoid(-y_pred[..., :horizon]), axis=-1))
    truth = ops.cast(interval >= horizon, "float32")
    known = ops.maximum(truth, failed)
    return known * ops.square(outlives - truth)
