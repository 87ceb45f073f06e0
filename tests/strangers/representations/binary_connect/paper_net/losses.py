"""The square hinge loss of an L2-SVM, one class against the rest."""

from keras import ops


def squared_hinge(y_true, y_pred):
    """The mean over classes of max(0, 1 - t * y)², with t = 1 for the true class and -1 for the others."""
    return ops.mean(ops.maximum(0.0, 1 - signs(y_true, y_pred.shape[-1]) * y_pred) ** 2, axis=-1)


def right(y_true):
    return signs(y_true, 10)


def signs(y_true, classes):
    return 2 * ops.one_hot(y_true, classes, dtype="float32") - 1  # (b, c)
