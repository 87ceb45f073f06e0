from keras import ops


def reachable_error(y_true, y_pred):
    """|y_true - y_pred|, averaged over the cells of a map from which there is a way (y_true >= 0).

    Args:
        y_true: Float["b h w 1"], steps; -1 where there is no way.
        y_pred: Float["b h w 1"].

    Returns:
        Float["b"], >= 0.
    """
    there = ops.cast(y_true >= 0, y_pred.dtype)
    return ops.sum(there * ops.abs(y_true - y_pred), axis=(1, 2, 3)) / ops.maximum(ops.sum(there, axis=(1, 2, 3)), 1.0)
