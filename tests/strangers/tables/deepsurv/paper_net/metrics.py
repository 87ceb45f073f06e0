"""YOURS. What the paper judges by."""

import keras
from keras import ops


class Concordance(keras.metrics.Metric):
    """Harrell's index: of the pairs whose order in time is known, the share where the earlier has the higher risk."""

    def __init__(self, name="concordance", **options):
        super().__init__(name=name, **options)
        self.right = self.add_weight(name="right", initializer="zeros")
        self.pairs = self.add_weight(name="pairs", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        time, event, risk = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
        comparable = ops.expand_dims(time, 1) < ops.expand_dims(time, 0)
        comparable = ops.cast(comparable, "float32") * ops.expand_dims(event, 1)  # (b, b)
        difference = ops.expand_dims(risk, 1) - ops.expand_dims(risk, 0)
        right = ops.cast(difference > 0, "float32") + 0.5 * ops.cast(difference == 0, "float32")
        self.right.assign_add(ops.sum(comparable * right))
        self.pairs.assign_add(ops.sum(comparable))

    def result(self):
        return self.right / ops.maximum(self.pairs, 1.0)
