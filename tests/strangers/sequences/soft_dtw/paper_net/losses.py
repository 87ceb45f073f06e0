import numpy as np
from keras import ops

FAR = 1e6  # in the place of infinity


def soft_dtw(y_true, y_pred, gamma=0.1):
    """Soft-DTW of two series: r[i, j] = d[i, j] + softmin(r[i-1, j-1], r[i-1, j], r[i, j-1]), and r[n, m] is the loss.

    Args:
        y_true: Float["b n"].
        y_pred: Float["b m"].
        gamma: above 0; the softness of softmin(a) = -gamma * log(sum(exp(-a / gamma))).

    Returns:
        Float["b"].

    Source: Cuturi & Blondel 2017, arXiv 1703.01541, algorithm 1. A diagonal at a time.
    """
    n, m = y_true.shape[-1], y_pred.shape[-1]
    distance = (ops.expand_dims(y_true, 2) - ops.expand_dims(y_pred, 1)) ** 2  # (b, n, m)
    distance = ops.pad(ops.reshape(distance, (-1, n * m)), ((0, 0), (0, 1)), constant_values=FAR)
    rows = np.arange(n)
    border = ops.full_like(distance[:, :1], FAR)  # (b, 1): r[0, j] and r[i, 0]
    before = ops.tile(border, (1, n + 1))  # (b, n + 1), of the last diagonal and of that before it
    earlier = ops.concatenate([ops.zeros_like(border), before[:, 1:]], axis=1)  # r[0, 0] = 0
    for k in range(n + m - 1):
        inside = (k - rows >= 0) & (k - rows < m)
        cost = ops.take(distance, np.where(inside, rows * m + k - rows, n * m), axis=1)  # (b, n)
        least = ops.stack([before[:, 1:], before[:, :-1], earlier[:, :-1]])  # (3, b, n)
        now = cost - gamma * ops.logsumexp(-least / gamma, axis=0)
        earlier, before = before, ops.concatenate([border, now], axis=1)
    return before[:, n]
