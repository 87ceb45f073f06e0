from keras import ops


def chunk_error(y_true, y_pred):
    """The mean of |a - â| over the actions that are there; y_true has them, and 1 where one is there."""
    actions, there = y_true[..., :2], y_true[..., 2]
    errors = ops.mean(ops.abs(actions - y_pred), axis=-1)  # (b, chunk)
    return ops.sum(errors * there, axis=-1) / ops.sum(there, axis=-1)  # (b)


def first(y_true):
    return y_true[..., :2]
