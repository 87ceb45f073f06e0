"""YOURS. What is minimised: a negative log-likelihood.

Shapes: b batch, k parts of a mixture.
"""

import math

from keras import ops


def mixture(y_true, y_pred):
    """-log of a mixture of k normal distributions; after Bishop 1994.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 3 k"]: logits of the parts, their means, logarithms of their standard deviations.

    Returns:
        Float["b"], nats; below 0 where the density is above 1.

    Raises:
        ValueError: shapes that do not belong together.
    """
    if tuple(y_true.shape[1:]) != (1,):
        raise ValueError(f"mixture: expected y_true of shape (b, 1). Received y_true.shape={tuple(y_true.shape)}.")
    logits, mean, log_deviation = y_pred[:, 0], y_pred[:, 1], y_pred[:, 2]  # (b, k)
    z = (y_true - mean) * ops.exp(-log_deviation)  # (b, k)
    parts = ops.log_softmax(logits, axis=-1) - 0.5 * z**2 - log_deviation - 0.5 * math.log(2 * math.pi)
    return -ops.logsumexp(parts, axis=-1)
