import math

from keras import ops


def gaussian(y, mean, scale):
    """-log N(y; mean, scale²), in nats."""
    scale = ops.maximum(scale, 1e-4)
    return 0.5 * ((y - mean) / scale) ** 2 + ops.log(scale) + 0.5 * math.log(2 * math.pi)


def faithful(y_true, y_pred):
    """Half the squared error of the mean, plus the likelihood of the deviation around a mean held fixed.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], mean and standard deviation.

    Returns:
        Float["b"].
    """
    mean, scale = ops.split(y_pred, 2, axis=-1)  # (b, 1) each
    likelihood = gaussian(y_true, ops.stop_gradient(mean), scale)
    return ops.squeeze(0.5 * (y_true - mean) ** 2 + likelihood, axis=-1)


def nll(y_true, y_pred):
    """The metric: -log density of the target."""
    mean, scale = ops.split(y_pred, 2, axis=-1)
    return ops.squeeze(gaussian(y_true, mean, scale), axis=-1)


def squared(y_true, y_pred):
    """The metric: squared error of the mean."""
    return ops.squeeze((y_true - y_pred[:, :1]) ** 2, axis=-1)
