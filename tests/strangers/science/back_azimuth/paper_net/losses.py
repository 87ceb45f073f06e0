from keras import ops


def one_minus_cosine(y_true, y_pred):
    """1 - cos of the angle between two vectors of length 1; 0 … 2. (b, 2), (b, 2) to (b)."""
    return 1 - ops.sum(y_true * y_pred, axis=-1)


def same(y_true):
    return y_true


def degrees_off(y_true, y_pred):
    """The angle between the two, in degrees."""
    cross = y_true[..., 0] * y_pred[..., 1] - y_true[..., 1] * y_pred[..., 0]
    return ops.abs(ops.arctan2(cross, ops.sum(y_true * y_pred, axis=-1))) * 57.29578
