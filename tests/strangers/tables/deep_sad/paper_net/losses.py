import keras
from keras import ops


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
