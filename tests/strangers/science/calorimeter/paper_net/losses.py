from keras import ops


def gaussian(y_true, y_pred):
    """-log of a normal density whose mean and logarithm of the variance are predicted, without its constant.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], mean and log variance.

    Returns:
        Float["b"].
    """
    mean, log_variance = y_pred[:, :1], y_pred[:, 1:]
    return ops.mean(0.5 * (log_variance + (y_true - mean) ** 2 * ops.exp(-log_variance)), axis=-1)


def absolute_error(y_true, y_pred):
    """Of the predicted mean; in a logarithm of the energy, about the relative error."""
    return abs(y_true[:, 0] - y_pred[:, 0])
