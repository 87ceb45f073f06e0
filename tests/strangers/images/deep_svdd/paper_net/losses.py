import keras
from keras import ops


def distance_of_the_normal(y_true, y_pred):
    """The squared distance from the centre, of the samples that are no anomalies."""
    return (1 - ops.cast(y_true, y_pred.dtype)) * y_pred


class AUC(keras.metrics.AUC):
    """Area under the ROC curve by a squared distance, brought into 0 … 1 by a function that keeps the order."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(y_true, y_pred / (y_pred + 0.1), sample_weight)
