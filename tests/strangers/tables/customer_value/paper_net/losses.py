import math

from keras import ops


def zero_inflated_lognormal(y_true, y_pred):
    """-log of the probability of nothing, or of the density of what is spent.

    Args:
        y_true: Float["b 1"], what is spent, 0 or more.
        y_pred: Float["b 3"], the logit of spending at all, mu, and sigma before its softplus.

    Returns:
        Float["b"].

    Source: Wang, Liu and Miao 2019, A Deep Probabilistic Model for Customer Lifetime Value Prediction, equation 5.
    """
    spent = y_true[:, 0]
    positive = ops.cast(spent > 0, y_pred.dtype)
    logit, mu = y_pred[:, 0], y_pred[:, 1]
    sigma = ops.softplus(y_pred[:, 2]) + 1e-3
    log_spent = ops.log(ops.where(spent > 0, spent, 1.0))
    buys = ops.softplus(logit) - positive * logit
    lognormal = log_spent + ops.log(sigma) + 0.5 * math.log(2 * math.pi) + 0.5 * ops.square((log_spent - mu) / sigma)
    return buys + positive * lognormal


def value_error(y_true, y_pred):
    """|spent - the mean of the distribution|. (b, 1), (b, 3) to (b)."""
    return ops.abs(y_true[:, 0] - mean_value(y_pred))


def mean_value(y_pred):
    """The mean of the distribution: p exp(mu + sigma² / 2). (b, 3) to (b)."""
    sigma = ops.softplus(y_pred[:, 2]) + 1e-3
    return ops.sigmoid(y_pred[:, 0]) * ops.exp(y_pred[:, 1] + 0.5 * ops.square(sigma))
