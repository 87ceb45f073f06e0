from keras import ops


def bars(y_true, y_pred, low, high):
    """Minus the logarithm of a density that is constant in each of equal bins between low and high.

    Args:
        y_true: Float["*b"]; what lies outside counts into the outermost bin.
        y_pred: Float["*b bins"], logits of the bins.

    Returns:
        Float["*b"].
    """
    bins = y_pred.shape[-1]
    width = (high - low) / bins
    index = ops.clip(ops.cast(ops.floor((y_true - low) / width), "int32"), 0, bins - 1)
    log_p = ops.sum(ops.one_hot(index, bins, dtype=y_pred.dtype) * ops.log_softmax(y_pred, axis=-1), axis=-1)
    return ops.log(width) - log_p
