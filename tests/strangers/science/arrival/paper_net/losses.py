from keras import ops


def off_by(y_true, y_pred):
    """The angle between two unit vectors of the plane, in degrees: Float["b 2"], Float["b 2"] → Float["b"]."""
    cross = y_true[..., 0] * y_pred[..., 1] - y_true[..., 1] * y_pred[..., 0]
    return ops.abs(ops.arctan2(cross, ops.sum(y_true * y_pred, axis=-1))) * 57.29578
