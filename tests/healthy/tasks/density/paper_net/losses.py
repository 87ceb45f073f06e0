"""YOURS. What is minimised: negative log-likelihoods, which have no floor.

Shapes: b batch, k parts of a mixture.
"""

import math

from keras import ops

LOG_ROOT_2_PI = 0.5 * math.log(2 * math.pi)


def gaussian(y_true, y_pred):
    """-log N(y; mean, exp(log_deviation)²).

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"]: mean, and logarithm of the standard deviation.

    Returns:
        Float["b"], nats; below 0 where the density is above 1.
    """
    mean, log_deviation = y_pred[..., 0], y_pred[..., 1]
    z = (y_true[..., 0] - mean) * ops.exp(-log_deviation)
    return 0.5 * z**2 + log_deviation + LOG_ROOT_2_PI


def mixture(y_true, y_pred):
    """-log of a mixture of k normal distributions; Bishop 1994.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 3 k"]: logits of the parts, their means, logarithms of their standard deviations.

    Returns:
        Float["b"], nats; below 0 where the density is above 1.
    """
    logits, mean, log_deviation = y_pred[:, 0], y_pred[:, 1], y_pred[:, 2]  # (b, k)
    z = (y_true - mean) * ops.exp(-log_deviation)  # (b, k)
    parts = ops.log_softmax(logits, axis=-1) - 0.5 * z**2 - log_deviation - LOG_ROOT_2_PI
    return -ops.logsumexp(parts, axis=-1)
