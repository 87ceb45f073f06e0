from keras import ops


def reciprocal_rank(y_true, y_pred):
    """1 / the place of the true candidate, of y_true Int["b"] and scores Float["b candidates"]."""
    true = ops.take_along_axis(y_pred, ops.cast(y_true, "int32")[:, None], axis=1)  # (b, 1)
    return 1 / (1 + ops.sum(ops.cast(y_pred > true, "float32"), axis=1))
