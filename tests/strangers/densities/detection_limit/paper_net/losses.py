import math

import keras
from keras import ops


def censored_normal(y_true, y_pred):
    """-log likelihood of a normal distribution of which values below a limit are not seen (tobit).

        detected:  -log f((y - m) / s) / s        below the limit y:  -log F((y - m) / s)

    Args:
        y_true: Float["b 2"], the value or the limit; 1 where it was detected, else 0.
        y_pred: Float["b 2"], mean m and log of the deviation s.

    Returns:
        Float["b"].
    """
    value, detected = y_true[:, 0], y_true[:, 1]
    mean, log_sigma = y_pred[:, 0], y_pred[:, 1]
    z = (value - mean) * ops.exp(-log_sigma)
    seen = 0.5 * z**2 + log_sigma + 0.5 * math.log(2 * math.pi)
    below = -ops.log(0.5 * (1 + ops.erf(z / math.sqrt(2))) + 1e-6)
    return detected * seen + (1 - detected) * below


class DetectedError(keras.metrics.Mean):
    """Mean absolute error of the expected value, over those that were detected."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(ops.abs(y_true[:, 0] - y_pred[:, 0]), sample_weight=y_true[:, 1])
