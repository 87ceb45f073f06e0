"""What it is judged by."""

import keras
from keras import ops


class Dice(keras.metrics.Metric):
    """Twice the common voxels over the voxels of both masks, over all volumes; from logits."""

    def __init__(self, **options):
        super().__init__(**options)
        self.common = self.add_weight(name="common", initializer="zeros")
        self.both = self.add_weight(name="both", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        said = ops.cast(y_pred > 0, self.dtype)
        y_true = ops.cast(y_true, self.dtype)
        self.common.assign_add(ops.sum(said * y_true))
        self.both.assign_add(ops.sum(said) + ops.sum(y_true))

    def result(self):
        return 2 * self.common / ops.maximum(self.both, 1.0)
