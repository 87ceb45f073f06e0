"""What the paper judges by."""

import keras
from keras import ops


class KnownAUC(keras.metrics.AUC):
    """Area under the ROC curve: does the largest probability tell known samples from outliers?"""

    def update_state(self, y_true, y_pred, sample_weight=None):
        known = ops.cast(ops.reshape(y_true, (-1,)) >= 0, "float32")
        super().update_state(known, ops.max(ops.softmax(y_pred, axis=-1), axis=-1), sample_weight)


class KnownAccuracy(keras.metrics.SparseCategoricalAccuracy):
    """Accuracy on the known samples; outliers have no class to be right about."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        known = ops.cast(ops.reshape(y_true, (-1,)) >= 0, "float32")
        super().update_state(ops.maximum(y_true, 0), y_pred, known)
