from keras import ops


def weighted_bce(y_true, y_pred, weight=4.0):
    """-weight * y * log(p) - (1 - y) * log(1 - p), p = sigmoid(y_pred).

    Args:
        y_true: Int["b 1"], 0 or 1.
        y_pred: Float["b 1"], logits.
        weight: of the positive ones.

    Returns:
        Float["b"].
    """
    y = ops.cast(y_true, y_pred.dtype)
    loss = weight * y * ops.softplus(-y_pred) + (1 - y) * ops.softplus(y_pred)
    return ops.mean(loss, axis=-1)
