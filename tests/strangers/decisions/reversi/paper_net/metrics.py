import keras
from keras import ops


class F1(keras.metrics.Metric):
    """2 true positives / (2 true positives + false ones), over all places of all boards; a logit above 0 is a yes."""

    def __init__(self, **options):
        super().__init__(**options)
        self.hit = self.add_weight(shape=(), initializer="zeros", name="hit")
        self.named = self.add_weight(shape=(), initializer="zeros", name="named")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true, yes = ops.cast(y_true, "float32"), ops.cast(y_pred > 0, "float32")
        self.hit.assign_add(ops.sum(y_true * yes))
        self.named.assign_add(ops.sum(y_true) + ops.sum(yes))

    def result(self):
        return 2 * self.hit / (self.named + 1e-7)
