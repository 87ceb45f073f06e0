from keras import ops


def smoothed_crossentropy(y_true, y_pred, smoothing):
    """Cross-entropy to (1 - smoothing) of the true class and smoothing / c of every class. (b), (b, c) to (b)."""
    classes = y_pred.shape[-1]
    goal = (1 - smoothing) * ops.one_hot(y_true, classes, dtype=y_pred.dtype) + smoothing / classes
    return -ops.sum(goal * ops.log_softmax(y_pred, axis=-1), axis=-1)
