"""What the paper judges by."""

import keras
from keras import ops


class Coverage(keras.metrics.Mean):
    """Share of the samples that are kept: g >= 0.5."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        g = y_pred[:, (y_pred.shape[-1] - 1) // 2]
        super().update_state(ops.cast(g >= 0.5, "float32"))


class SelectiveAccuracy(keras.metrics.Mean):
    """Accuracy of those that are kept."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        classes = (y_pred.shape[-1] - 1) // 2
        right = ops.argmax(y_pred[:, :classes], axis=-1) == ops.cast(ops.reshape(y_true, (-1,)), "int32")
        kept = ops.cast(y_pred[:, classes] >= 0.5, "float32")
        super().update_state(ops.cast(right, "float32"), sample_weight=kept)
