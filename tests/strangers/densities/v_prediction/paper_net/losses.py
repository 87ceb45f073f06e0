from keras import ops


def between(y_true, y_pred):
    """Mean squared difference of what is predicted and what was to be.

    Args:
        y_true: not read; velocities are drawn inside the network.
        y_pred: Float["b 2 d"].

    Returns:
        Float["b"].
    """
    return ops.mean((y_pred[:, 0] - y_pred[:, 1]) ** 2, axis=-1)
