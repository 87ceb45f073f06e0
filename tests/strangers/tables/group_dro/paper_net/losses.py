import keras
from keras import ops


def group_losses(label, group, logits, groups):
    """Mean cross-entropy of the samples of each group; 0 of a group that the batch lacks."""
    logits = ops.convert_to_tensor(logits)
    log_p = ops.log_softmax(logits, axis=-1)  # (b, c)
    loss = -ops.sum(ops.one_hot(label, logits.shape[-1], dtype="float32") * log_p, axis=-1)  # (b)
    member = ops.one_hot(group, groups, dtype="float32")  # (b, g)
    return ops.sum(member * loss[:, None], axis=0) / ops.maximum(ops.sum(member, axis=0), 1.0)  # (g)


class WorstGroup(keras.metrics.Metric):
    """Accuracy in the group where it is lowest."""

    def __init__(self, groups, name="worst_accuracy", **kwargs):
        super().__init__(name=name, **kwargs)
        self.groups = groups
        self.right = self.add_variable(shape=(groups,), initializer="zeros", name="right")
        self.all = self.add_variable(shape=(groups,), initializer="zeros", name="all")

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Counts a batch."""
        guess, label = ops.cast(ops.argmax(y_pred, axis=-1), "int32"), ops.cast(y_true[:, 0], "int32")
        right = ops.cast(ops.equal(guess, label), "float32")
        member = ops.one_hot(y_true[:, 1], self.groups, dtype="float32")  # (b, g)
        self.right.assign(self.right + ops.sum(member * right[:, None], axis=0))
        self.all.assign(self.all + ops.sum(member, axis=0))

    def result(self):
        """The least share."""
        return ops.min(self.right / ops.maximum(self.all, 1.0))
