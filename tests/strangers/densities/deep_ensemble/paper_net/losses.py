import math

from keras import ops


def gaussian_nll(y_true, y_pred):
    """-log N(y; mean, variance), the mean over the members (equation 1 of Lakshminarayanan et al. 2017).

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b members 2"], mean and variance of each member.

    Returns:
        Float["b"].
    """
    mean, variance = y_pred[..., 0], y_pred[..., 1]  # (b, members)
    nll = 0.5 * ops.log(2 * math.pi * variance) + (y_true - mean) ** 2 / (2 * variance)
    return ops.mean(nll, axis=-1)


def mixture_nll(y_true, y_pred):
    """-log of the members' equally weighted mixture: what the ensemble predicts."""
    mean, variance = y_pred[..., 0], y_pred[..., 1]  # (b, members)
    log_p = -0.5 * ops.log(2 * math.pi * variance) - (y_true - mean) ** 2 / (2 * variance)
    return math.log(y_pred.shape[1]) - ops.logsumexp(log_p, axis=-1)
