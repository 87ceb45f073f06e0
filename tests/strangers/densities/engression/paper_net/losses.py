"""What is minimised, and what is looked at. Shapes: b batch, m samples of the prediction."""

from keras import ops


def energy_score(y_true, y_pred):
    """The energy score of samples, estimated without bias.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b m"].

    Returns:
        Float["b"].
    """
    m = y_pred.shape[-1]
    to_truth = ops.mean(ops.abs(y_pred - y_true), axis=-1)
    apart = ops.abs(y_pred[:, :, None] - y_pred[:, None, :])
    apart = ops.sum(apart, axis=(1, 2)) / (m * (m - 1))
    return to_truth - 0.5 * apart


def absolute_error_of_mean(y_true, y_pred):
    return ops.abs(y_true[:, 0] - ops.mean(y_pred, axis=-1))


def spread(y_true, y_pred):
    return ops.std(y_pred, axis=-1)
