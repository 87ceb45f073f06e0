from keras import ops


def survival(y_true, y_pred):
    """Negative log likelihood of discrete times, whose last interval may be cut by censoring.

        loss = -sum_j log(1 + s_j (p_j - 1)) - sum_j log(1 - f_j p_j)

    Args:
        y_true: Float["b 2j"], s: intervals survived, then f: the interval of the event; each 0 or 1.
        y_pred: Float["b j"], p: probability to survive an interval for who is alive at its beginning.

    Returns:
        Float["b"], >= 0.

    Source: Gensheimer & Narasimhan 2019, A scalable discrete-time survival model for neural networks.
    """
    survived, failed = ops.split(y_true, 2, axis=-1)  # (b, j) each
    likelihood = ops.concatenate([1 + survived * (y_pred - 1), 1 - failed * y_pred], axis=-1)  # (b, 2 j)
    return -ops.sum(ops.log(ops.clip(likelihood, 1e-7, 1.0)), axis=-1)


def certain(y_true):
    """The best prediction: 1 for each interval but that of the event, 0 there."""
    return 1 - ops.split(y_true, 2, axis=-1)[1]


def brier(y_true, y_pred, interval=6):
    """Squared error of the probability to live after so many intervals, of whom it is known; 0 for others."""
    survived, failed = ops.split(y_true, 2, axis=-1)
    dead, alive = ops.sum(failed[:, :interval], axis=-1), survived[:, interval - 1]
    p = ops.prod(y_pred[:, :interval], axis=-1)  # (b)
    return dead * p**2 + (1 - dead) * alive * (1 - p) ** 2
