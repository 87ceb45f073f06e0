import keras
from keras import ops


class KnownAccuracy(keras.metrics.SparseCategoricalAccuracy):
    """Share of right classes, where the class is known (not -1)."""

    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(y_true, y_pred, sample_weight=ops.cast(y_true >= 0, "float32"))
