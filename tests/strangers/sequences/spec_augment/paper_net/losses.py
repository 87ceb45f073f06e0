from keras import ops


def smoothed(y_true, y_pred, smoothing):
    """Cross-entropy to (1 - smoothing) of the true class and smoothing / c of every class.

    Args:
        y_true: Int["b"].
        y_pred: Float["b c"], logits.
        smoothing: 0 … 1.

    Returns:
        Float["b"].
    """
    classes = y_pred.shape[-1]
    wanted = (1 - smoothing) * ops.one_hot(y_true, classes, dtype=y_pred.dtype) + smoothing / classes
    return -ops.sum(wanted * ops.log_softmax(y_pred, axis=-1), axis=-1)
