"""YOURS. What is minimised.

Shapes: b batch, *b any leading axes, q quantiles.
"""

from keras import ops


def pinball(y_true, y_pred, levels):
    """Quantile loss: an error costs `level` where the forecast was too low, 1 - level where it was too high.

    Args:
        y_true: Float["*b"].
        y_pred: Float["*b q"], the quantiles of each value.
        levels: of the q quantiles, 0 … 1, ascending.

    Returns:
        Float["*b"], >= 0, the mean over the quantiles; 0 where all of them are the value itself.

    Source: Koenker & Bassett 1978, Regression Quantiles.
    """
    levels = ops.convert_to_tensor(levels, dtype=y_pred.dtype)  # (q)
    error = ops.cast(y_true, y_pred.dtype)[..., None] - y_pred  # (*b, q)
    return ops.mean(ops.maximum(levels * error, (levels - 1) * error), axis=-1)  # (*b)


def exact(y_true, quantiles):
    """The forecast that leaves nothing to be desired: each quantile is the value."""
    return ops.repeat(ops.convert_to_tensor(y_true)[..., None], quantiles, axis=-1)


def coverage(y_true, y_pred):
    """Whether the value lies between the outermost quantiles. Float["*b"], 0 or 1."""
    y_true = ops.cast(y_true, y_pred.dtype)
    inside = ops.logical_and(y_true >= y_pred[..., 0], y_true <= y_pred[..., -1])
    return ops.cast(inside, y_pred.dtype)
