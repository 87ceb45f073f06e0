from keras import ops


def after_washout(y_true, y_pred, washout):
    """(y_true - y_pred)² of the steps from `washout` on: Float["b t 1"] → Float["b t - washout"]."""
    return ops.mean((y_true - y_pred)[:, washout:] ** 2, axis=-1)
