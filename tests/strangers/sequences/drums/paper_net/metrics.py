"""YOURS. What transcriptions are judged by."""

import keras
from keras import ops


class Onsets(keras.metrics.Metric):
    """F-measure of all drums and frames together: 2 hits / (found + there), at a threshold of one half."""

    def __init__(self, threshold=0.5, name="f", **options):
        super().__init__(name=name, **options)
        self.threshold = threshold
        self.hits = self.add_variable((), "zeros", name="hits")
        self.both = self.add_variable((), "zeros", name="both")

    def update_state(self, y_true, y_pred, sample_weight=None):
        found, there = ops.cast(y_pred > self.threshold, "float32"), ops.cast(y_true, "float32")
        self.hits.assign_add(ops.sum(found * there))
        self.both.assign_add(ops.sum(found) + ops.sum(there))

    def result(self):
        return 2 * self.hits / (self.both + 1e-7)
