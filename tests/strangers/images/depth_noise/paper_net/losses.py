from keras import ops


def attenuated(y_true, y_pred):
    """Equation 8, of each pixel: y_pred holds the mean and s, the logarithm of the variance; below 0 where it is sure."""
    mean, s = y_pred[..., 0], y_pred[..., 1]
    return 0.5 * ops.exp(-s) * ops.square(y_true[..., 0] - mean) + 0.5 * s  # (*b)


def calibration(y_true, y_pred):
    """The squared error in the variance's unit: 1 on average where the network knows how wrong it is."""
    return ops.exp(-y_pred[..., 1]) * ops.square(y_true[..., 0] - y_pred[..., 0])


def error(y_true, y_pred):
    """The absolute error in metres."""
    return ops.abs(y_true[..., 0] - y_pred[..., 0])
