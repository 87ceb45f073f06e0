import keras
from keras import ops


def right(y_true, y_pred):
    """Whether it is foretold who pays back; y_true is (b, 2), the group behind it."""
    return ops.cast((y_pred[:, 0] > 0) == (y_true[:, 0] > 0.5), "float32")


class OddsGap(keras.metrics.Metric):
    """The mean, over who paid back and who did not, of how far the groups' shares of yes are apart."""

    def __init__(self, name="odds_gap", **options):
        super().__init__(name=name, **options)
        self.yes = self.add_weight(shape=(2, 2), initializer="zeros", name="yes")
        self.all = self.add_weight(shape=(2, 2), initializer="zeros", name="all")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = ops.cast(y_true > 0.5, "int32")
        paid, group = ops.one_hot(y_true[:, 0], 2), ops.one_hot(y_true[:, 1], 2)  # (b, 2)
        yes = ops.cast(y_pred[:, :1] > 0, "float32")
        self.yes.assign_add(ops.matmul(ops.transpose(paid * yes), group))
        self.all.assign_add(ops.matmul(ops.transpose(paid), group))

    def result(self):
        share = self.yes / ops.maximum(self.all, 1)  # (paid, group)
        return ops.mean(ops.abs(share[:, 0] - share[:, 1]))
