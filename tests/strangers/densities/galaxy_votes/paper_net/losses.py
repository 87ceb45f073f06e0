import math

from keras import ops


def log_gamma(x):
    """ln of the gamma function of x > 0: Stirling's series at x + 5, and back."""
    shift = sum(ops.log(x + i) for i in range(5))
    x = x + 5
    return (x - 0.5) * ops.log(x) - x + 0.5 * math.log(2 * math.pi) + 1 / (12 * x) - 1 / (360 * x**3) - shift


def dirichlet_multinomial(y_true, y_pred):
    """-ln P(votes), shares of the answers drawn from a Dirichlet.

    Args:
        y_true: Float["b c"], votes.
        y_pred: Float["b c"], concentrations.

    Returns:
        Float["b"], >= 0.

    Source: Walmsley et al. 2022, equation 2.
    """
    votes, total = ops.sum(y_true, axis=-1), ops.sum(y_pred, axis=-1)  # (b) each
    ways = log_gamma(votes + 1) - ops.sum(log_gamma(y_true + 1), axis=-1)
    drawn = (
        log_gamma(total) - log_gamma(votes + total) + ops.sum(log_gamma(y_true + y_pred) - log_gamma(y_pred), axis=-1)
    )
    return -(ways + drawn)


def share_error(y_true, y_pred):
    """The metric: mean absolute difference of the expected and the given shares."""
    share = y_pred / ops.sum(y_pred, axis=-1, keepdims=True)
    return ops.mean(ops.abs(share - y_true / ops.sum(y_true, axis=-1, keepdims=True)), axis=-1)
