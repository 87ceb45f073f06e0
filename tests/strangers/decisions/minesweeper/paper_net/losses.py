from keras import ops


def closed_cells(y_true, y_pred):
    """Cross-entropy of mine or none from logits, the mean over the closed cells of a board; Float["b"]."""
    closed = ops.cast(y_true >= 0, y_pred.dtype)
    each = ops.softplus(y_pred) - ops.maximum(y_true, 0.0) * y_pred  # (b, h, w)
    return ops.sum(each * closed, axis=(1, 2)) / ops.maximum(ops.sum(closed, axis=(1, 2)), 1.0)


def right(y_true, y_pred):
    """Share of a board's closed cells of which the network is right whether there is a mine; Float["b"]."""
    closed = ops.cast(y_true >= 0, y_pred.dtype)
    hit = ops.cast((y_pred > 0) == (y_true > 0), y_pred.dtype)
    return ops.sum(hit * closed, axis=(1, 2)) / ops.maximum(ops.sum(closed, axis=(1, 2)), 1.0)
