import keras
from keras import ops


def dice_loss(y_true, y_pred):
    """1 - 2 |A B| / (|A| + |B|) of soft masks, (b); y_pred are logits (b, h, w, 1)."""
    p = ops.sigmoid(y_pred)
    axes = (1, 2, 3)
    return 1 - (2 * ops.sum(p * y_true, axis=axes) + 1) / (ops.sum(p, axis=axes) + ops.sum(y_true, axis=axes) + 1)


class ChangeIoU(keras.metrics.Metric):
    """Intersection over union of all changed pixels of all images together; logits."""

    def __init__(self, name="iou", **options):
        super().__init__(name=name, **options)
        self.shared = self.add_weight(name="shared", initializer="zeros")
        self.either = self.add_weight(name="either", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        found = ops.cast(y_pred > 0, "float32")
        y_true = ops.cast(y_true, "float32")
        self.shared.assign_add(ops.sum(found * y_true))
        self.either.assign_add(ops.sum(ops.maximum(found, y_true)))

    def result(self):
        return self.shared / ops.maximum(self.either, 1.0)
