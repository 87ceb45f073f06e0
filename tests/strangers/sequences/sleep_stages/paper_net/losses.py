import keras
from keras import ops


def weighted_cross_entropy(y_true, y_pred, shares):
    """Cross-entropy in which each class weighs the same, however rare it is; nothing where y_true is -1.

    Args:
        y_true: Int["b t"], the class, or -1.
        y_pred: Float["b t c"], logits.
        shares: of each class among the training labels.

    Returns:
        Float["b t"].
    """
    shares = ops.convert_to_tensor(shares, dtype=y_pred.dtype)
    weights = 1 / (y_pred.shape[-1] * shares)
    y = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)
    return -ops.sum(weights * y * ops.log_softmax(y_pred, axis=-1), axis=-1)


class MeanRecall(keras.metrics.Metric):
    """Recall of each class, averaged over the classes; labels of -1 are left out."""

    def __init__(self, classes, **options):
        super().__init__(**options)
        self.right = self.add_weight(shape=(classes,), initializer="zeros", name="right")
        self.there = self.add_weight(shape=(classes,), initializer="zeros", name="there")

    def update_state(self, y_true, y_pred, sample_weight=None):
        classes = self.there.shape[0]
        y = ops.reshape(ops.one_hot(y_true, classes), (-1, classes))
        told = ops.reshape(ops.one_hot(ops.argmax(y_pred, axis=-1), classes), (-1, classes))
        self.right.assign_add(ops.sum(y * told, axis=0))
        self.there.assign_add(ops.sum(y, axis=0))

    def result(self):
        return ops.mean(self.right / ops.maximum(self.there, 1))
