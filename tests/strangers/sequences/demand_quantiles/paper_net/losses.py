"""What is minimised.

Shapes: b batch, h days ahead, q quantiles.
"""

import numpy as np
from keras import ops


def pinball(y_true, y_pred, quantiles):
    """max(q (y - p), (q - 1) (y - p)), which is least at the quantile q.

    Args:
        y_true: Float["b h"]
        y_pred: Float["b h q"]
        quantiles: q of each.

    Returns:
        Float["b h"], the mean over the quantiles.
    """
    q = np.asarray(quantiles, "float32")
    error = ops.expand_dims(y_true, -1) - y_pred  # (b, h, q)
    return ops.mean(ops.maximum(q * error, (q - 1) * error), axis=-1)


def coverage(y_true, y_pred):
    """Share of the days between the lowest and the highest quantile."""
    inside = ops.logical_and(y_true >= y_pred[..., 0], y_true <= y_pred[..., -1])
    return ops.mean(ops.cast(inside, "float32"), axis=-1)
