from keras import ops
from tensorflow.math import lgamma


def beta_binomial(y_true, y_pred):
    """-log probability of so many clicks, where the rate itself has a beta distribution.

        C(n, k) B(k + a, n - k + b) / B(a, b),   a = c sigmoid(logit),  b = c sigmoid(-logit)

    Args:
        y_true: Float["b 2"], clicks k, shown n.
        y_pred: Float["b 2"], logit of the mean rate; log of the concentration c = a + b.

    Returns:
        Float["b"], >= 0.
    """
    k, n = y_true[:, 0], y_true[:, 1]
    c = ops.exp(y_pred[:, 1])
    a, b = c * ops.sigmoid(y_pred[:, 0]), c * ops.sigmoid(-y_pred[:, 0])
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return log_beta(a, b) - log_beta(k + a, n - k + b) - ways


def log_beta(a, b):
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def rate_error(y_true, y_pred):
    """Between the mean rate and the share that was clicked, absolute; Float["b"]."""
    return ops.abs(ops.sigmoid(y_pred[:, 0]) - y_true[:, 0] / y_true[:, 1])
