import math

from keras import ops


def log_normal_mixture(y_true, y_pred):
    """-log p of a gap under a mixture of log-normal densities.

    Args:
        y_true: Float["b 1"], the gap, above 0.
        y_pred: Float["b 3k"], k logits of the weights, k means and k logarithms of deviations, of the gap's logarithm.

    Returns:
        Float["b"].

    Source: Shchur et al. 2020, Intensity-Free Learning of Temporal Point Processes, equation 2.
    """
    logits, mean, log_std = ops.split(y_pred, 3, axis=-1)  # (b, k) each
    log_gap = ops.log(y_true)  # (b, 1)
    z = (log_gap - mean) * ops.exp(-log_std)
    log_density = -0.5 * z**2 - log_std - 0.5 * math.log(2 * math.pi) - log_gap  # (b, k)
    return -ops.logsumexp(ops.log_softmax(logits, axis=-1) + log_density, axis=-1)
