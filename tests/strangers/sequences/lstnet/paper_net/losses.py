"""YOURS. What is minimised stands in conf/loss; here is what the paper judges by."""

import keras
from keras import ops


class RSE(keras.metrics.Metric):
    """Root relative squared error: 1 is what the mean of all targets scores (equation 13)."""

    def __init__(self, **options):
        super().__init__(**options)
        self.n, self.total, self.squares, self.errors = (
            self.add_weight(name=name, initializer="zeros") for name in ("n", "total", "squares", "errors")
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.n.assign_add(ops.cast(ops.size(y_true), "float32"))
        self.total.assign_add(ops.sum(y_true))
        self.squares.assign_add(ops.sum(ops.square(y_true)))
        self.errors.assign_add(ops.sum(ops.square(y_true - y_pred)))

    def result(self):
        spread = self.squares - ops.square(self.total) / ops.maximum(self.n, 1.0)
        return ops.sqrt(self.errors / ops.maximum(spread, 1e-7))
