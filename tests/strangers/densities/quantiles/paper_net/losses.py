from keras import ops


def pinball(y_true, y_pred, quantiles):
    """Pinball loss: q of what the target lies above, 1 - q of what it lies below the prediction.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b q"], in the order of `quantiles`.
        quantiles: shares, 0 … 1.

    Returns:
        Float["b"], the mean over the quantiles.
    """
    q = ops.convert_to_tensor(quantiles, dtype=y_pred.dtype)
    above = y_true - y_pred  # (b, q)
    return ops.mean(ops.maximum(q * above, (q - 1) * above), axis=-1)


def inside(y_true, y_pred):
    """1 where the target lies between the outermost quantiles: 0.9 of them should."""
    return ops.cast((y_true[:, 0] >= y_pred[:, 0]) & (y_true[:, 0] <= y_pred[:, -1]), y_pred.dtype)
