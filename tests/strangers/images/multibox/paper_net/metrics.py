"""YOURS. What is judged by."""

import keras
from keras import ops


class AnchorF1(keras.metrics.Metric):
    """F1 of the anchors: one is found where its class is right and not the background."""

    def __init__(self, name="f1", **options):
        super().__init__(name=name, **options)
        self.found, self.said, self.there = (
            self.add_weight(name=n, initializer="zeros") for n in ("found", "said", "there")
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        true = ops.cast(y_true[..., 0], "int32")
        said = ops.cast(ops.argmax(y_pred[..., :-4], axis=-1), "int32")
        for total, what in [(self.found, (true == said) & (true > 0)), (self.said, said > 0), (self.there, true > 0)]:
            total.assign_add(ops.sum(ops.cast(what, "float32")))

    def result(self):
        return 2 * self.found / ops.maximum(self.said + self.there, 1)
