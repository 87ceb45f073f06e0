import math

from keras import ops


def mixture_nll(y_true, y_pred):
    """The negative log-density of a mixture of normal distributions.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 3*k"], logits, means and log deviations of k components.

    Returns:
        Float["b"].

    Source: Hartford et al. 2017, Deep IV, Section 3.1, after Bishop 2006.
    """
    logits, mean, log_scale = ops.split(y_pred, 3, axis=-1)  # (b, k)
    z = (y_true - mean) / ops.exp(log_scale)
    log_density = -0.5 * z**2 - log_scale - 0.5 * math.log(2 * math.pi)
    return -ops.logsumexp(ops.log_softmax(logits, axis=-1) + log_density, axis=-1)
