import math

import keras
from keras import ops


def focal(y_true, y_pred, gamma=2.0):
    """Focal loss: cross-entropy that looks away from what is already well classified.

        loss = -(1 - p)**gamma * log(p),   p = softmax(y_pred)[y_true]

    Args:
        y_true: Int["*b"], the class, 0 … c - 1.
        y_pred: Float["*b c"], logits.
        gamma: 1 or more; the larger, the less the easy samples count. (0 would be cross-entropy.)

    Returns:
        Float["*b"], >= 0, at most the cross-entropy; 0 where the prediction is certain and right.

    Raises:
        ValueError: shapes that do not belong together, or gamma below 1, whose gradient is infinite at p = 1.

    Source: Lin et al. 2017, Focal Loss for Dense Object Detection, arXiv 1708.02002, equation 4.
    """
    if gamma < 1:
        raise ValueError(f"focal: gamma must be 1 or more. Received gamma={gamma}; for 0 take the cross-entropy.")
    if tuple(y_true.shape) != tuple(y_pred.shape)[:-1]:
        raise ValueError(
            "focal: expected y_true of shape (*b) and y_pred of shape (*b, classes). "
            f"Received y_true.shape={tuple(y_true.shape)}, y_pred.shape={tuple(y_pred.shape)}."
        )
    log_p = ops.log_softmax(y_pred, axis=-1)  # (*b, c)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (*b)
    # 1 - p = -expm1(log p), which keeps its digits where p is close to 1
    return -((-ops.expm1(log_p)) ** gamma) * log_p


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
