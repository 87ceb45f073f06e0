"""YOURS. What is minimised.

Shapes: b batch.
"""

from keras import ops


def deviance(y_true, y_pred):
    """Half the deviance of a Poisson distribution: rate - y + y log(y / rate).

    Args:
        y_true: Float["b 1"], counts.
        y_pred: Float["b 1"], rates, > 0.

    Returns:
        Float["b"], >= 0; 0 where the rate is the count.
    """
    rate = ops.maximum(y_pred, 1e-7)
    log_y = ops.log(ops.maximum(y_true, 1e-7))  # y log y is 0 at 0
    return ops.mean(rate - y_true + y_true * (log_y - ops.log(rate)), axis=-1)
