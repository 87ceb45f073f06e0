"""YOURS. The likelihood of a set under the mixture that the network gives for it.

Shapes: b batch, n points, k components.
"""

import math

from keras import ops


def mixture(y_true, y_pred):
    """-log sum_k pi_k N(x; mu_k, diag(sigma_k²)), of each point.

    Args:
        y_true: Float["b n 2"], the points.
        y_pred: Float["b k 5"], logit of the weight, mean, log of the deviation.

    Returns:
        Float["b n"]

    Source: Lee et al. 2019, equation 18.
    """
    weight = ops.log_softmax(y_pred[..., 0], axis=-1)[:, None]  # (b, 1, k)
    mean, log_sigma = y_pred[:, None, :, 1:3], y_pred[:, None, :, 3:5]  # (b, 1, k, 2)
    z = (y_true[:, :, None] - mean) * ops.exp(-log_sigma)  # (b, n, k, 2)
    log_normal = -ops.sum(0.5 * z**2 + log_sigma + 0.5 * math.log(2 * math.pi), axis=-1)  # (b, n, k)
    return -ops.logsumexp(weight + log_normal, axis=-1)
