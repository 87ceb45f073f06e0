from keras import ops


def share_error(y_true, y_pred):
    """Distance of the share consumed to the optimal one."""
    return ops.abs(y_true[:, 2] - y_pred[:, 0])
