"""What is judged by."""

import keras
from keras import ops


class Gap(keras.metrics.Metric):
    """Between the groups, how far apart the shares of loans granted are: 0 is statistical parity."""

    def __init__(self, name="gap", **options):
        super().__init__(name=name, **options)
        self.granted = self.add_weight(shape=(2,), initializer="zeros", name="granted")
        self.asked = self.add_weight(shape=(2,), initializer="zeros", name="asked")

    def update_state(self, y_true, y_pred, sample_weight=None):
        of_group = ops.stack([1 - y_true[:, 1], y_true[:, 1]], axis=1)  # (b, 2)
        yes = ops.cast(y_pred > 0, "float32")  # (b, 1)
        self.granted.assign_add(ops.sum(of_group * yes, axis=0))
        self.asked.assign_add(ops.sum(of_group, axis=0))

    def result(self):
        share = self.granted / ops.maximum(self.asked, 1)
        return ops.abs(share[0] - share[1])
