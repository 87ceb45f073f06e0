"""Accuracy on the new digits, and on the old ones."""

import keras
from keras import ops


class Learnt(keras.metrics.SparseCategoricalAccuracy):
    """Of the new digits alone: those that are not -1."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(ops.maximum(y_true, 0), y_pred, ops.cast(y_true >= 0, "float32"))


class Kept(keras.metrics.CategoricalAccuracy):
    """Of the old digits alone: those with a one-hot code."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(y_true, y_pred, ops.cast(ops.max(y_true, axis=-1) == 1, "float32"))
