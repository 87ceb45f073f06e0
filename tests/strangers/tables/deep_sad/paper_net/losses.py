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


def deep_sad(y_true, y_pred, eta=1.0):
    """Near the centre, unless it is marked as a fault: then far from it.

        loss = d where not marked, eta / d where marked

    Args:
        y_true: Int["b 1"], 1 where a fault is known.
        y_pred: Float["b 1"], the squared distance d from the centre.
        eta: what a marked one counts.

    Returns:
        Float["b"].

    Source: Ruff et al. 2020, Deep Semi-Supervised Anomaly Detection, equation 7.
    """
    marked = y_true[:, 0] > 0
    distance = y_pred[:, 0]
    return ops.where(marked, eta / (distance + 1e-6), distance)


def score(distance):
    """Of a squared distance, in 0 … 1, in the same order."""
    return distance / (1 + distance)


class AUC(keras.metrics.AUC):
    """Area under the curve of a squared distance."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(y_true, score(y_pred), sample_weight)
