import keras
from keras import ops


def of_spenders(y_true, y_pred):
    """Squared error of the log costs of those who have any; 0 of the others, of whom nothing is known.

    Args:
        y_true: Float["b 1"], log(1 + costs), 0 where there were none.
        y_pred: Float["b 1"], log(1 + costs), if any.
    """
    spends = ops.cast(y_true[:, 0] > 0, y_pred.dtype)
    return spends * (y_true[:, 0] - y_pred[:, 0]) ** 2


class SpendersError(keras.metrics.Mean):
    """Mean absolute error of the log costs, over those who have any."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        spends = ops.cast(y_true > 0, "float32")
        return super().update_state(ops.abs(y_true - y_pred), sample_weight=spends)
