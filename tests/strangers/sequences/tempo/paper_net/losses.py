from keras import ops


def close(y_true, y_pred):
    """1 where the tempo is within 8 % of the true one (as Accuracy 1 of tempo estimation, which has 4 %)."""
    return ops.cast(ops.abs(y_true[..., 0] - y_pred[..., 0]) < 0.111, "float32")
