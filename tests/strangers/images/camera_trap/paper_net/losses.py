from keras import ops


def smoothed(y_true, y_pred, smoothing):
    """Cross-entropy against (1 - smoothing) of the class and smoothing / c of each; Int["b"], Float["b c"] → Float["b"]."""
    classes = y_pred.shape[-1]
    target = (1 - smoothing) * ops.one_hot(y_true, classes, dtype=y_pred.dtype) + smoothing / classes
    return -ops.sum(target * ops.log_softmax(y_pred, axis=-1), axis=-1)
