from keras import ops


def weighted(y_true, y_pred, weight):
    """-weight · y · log p - (1 - y) · log(1 - p) of logits; Int["*b 1"] 0 or 1, Float["*b 1"] → Float["*b"]."""
    y = ops.cast(y_true, y_pred.dtype)
    each = weight * y * ops.softplus(-y_pred) + (1 - y) * ops.softplus(y_pred)
    return ops.mean(each, axis=-1)
