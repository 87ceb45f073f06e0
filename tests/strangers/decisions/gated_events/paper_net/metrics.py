"""YOURS. What is judged by."""

import keras
from keras import ops


class F1(keras.metrics.Metric):
    """F1 of all labels together, from logits: 2 hits / (2 hits + misses + false alarms)."""

    def __init__(self, **options):
        super().__init__(**options)
        self.hits = self.add_weight(shape=(), initializer="zeros", name="hits")
        self.errors = self.add_weight(shape=(), initializer="zeros", name="errors")

    def update_state(self, y_true, y_pred, sample_weight=None):
        true, said = y_true > 0.5, y_pred > 0
        self.hits.assign_add(ops.sum(ops.cast(ops.logical_and(true, said), "float32")))
        self.errors.assign_add(ops.sum(ops.cast(true != said, "float32")))

    def result(self):
        return 2 * self.hits / ops.maximum(2 * self.hits + self.errors, 1)
