"""YOURS. What the paper judges by."""

import keras


class LabelledAccuracy(keras.metrics.SparseCategoricalAccuracy):
    """Accuracy among the samples that have a label: not -1."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        labelled = keras.ops.cast(y_true >= 0, "float32")
        return super().update_state(y_true, y_pred, sample_weight=labelled)
