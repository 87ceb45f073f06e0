"""What is minimised.

Shapes: b batch, t events.
"""

import math

from keras import ops


def waiting_time(y_true, y_pred):
    """-log f*(d), where the intensity after an event is exp(a + w d).

        f*(d) = exp(a + w d + (exp(a) - exp(a + w d)) / w)

    Args:
        y_true: Float["b t"], d, the time to the next event.
        y_pred: Float["b t 2"], a and w > 0.

    Returns:
        Float["b t"]

    Source: Du et al. 2016, equation 12.
    """
    a, w = y_pred[..., 0], y_pred[..., 1]
    return -(a + w * y_true + (ops.exp(a) - ops.exp(a + w * y_true)) / w)


def error_of_median(y_true, y_pred):
    """|d - the median of f*|, of which half of the waits are shorter."""
    a, w = y_pred[..., 0], y_pred[..., 1]
    median = ops.log(1 + math.log(2) * w * ops.exp(-a)) / w
    return ops.mean(ops.abs(y_true - median), axis=-1)
