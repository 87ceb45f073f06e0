import math

import keras
from keras import ops


def beta_nll(y_true, y_pred, beta=0.5):
    """Negative log-likelihood of a normal distribution, times its variance ** beta, which has no gradient.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], mean and variance.
        beta: 0 … 1.

    Returns:
        Float["b"].

    Source: Seitzer et al. 2022, arXiv 2203.09168, equation 5.
    """
    weight = ops.stop_gradient(ops.maximum(y_pred[:, 1], 1e-6)) ** beta
    return weight * nll(y_true, y_pred)


def nll(y_true, y_pred):
    """The plain negative log-likelihood, in nats."""
    mean, variance = y_pred[:, 0], ops.maximum(y_pred[:, 1], 1e-6)
    return 0.5 * (ops.log(2 * math.pi * variance) + (y_true[:, 0] - mean) ** 2 / variance)


class RMSE(keras.metrics.RootMeanSquaredError):
    """Of the predicted means."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(y_true, y_pred[:, :1], sample_weight)
