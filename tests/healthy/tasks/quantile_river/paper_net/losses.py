"""YOURS. What is minimised.

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them.
"""

from keras import ops


def pinball(y_true, y_pred, quantiles):
    """Quantile loss: max(q e, (q - 1) e) of the error e = y_true - y_pred, averaged over the quantiles.

    Args:
        y_true: Float["*b"].
        y_pred: Float["*b q"], one a quantile.
        quantiles: the shares of targets that are to lie below, 0 … 1.

    Returns:
        Float["*b"], >= 0; 0 where all quantiles meet the target.
    """
    q = ops.convert_to_tensor(list(quantiles), dtype=y_pred.dtype)
    error = ops.expand_dims(y_true, -1) - y_pred  # (*b, q)
    return ops.mean(ops.maximum(q * error, (q - 1) * error), axis=-1)
