from keras import ops


def multinomial(y_true, y_pred):
    """-sum over the items clicked of log softmax(y_pred).

    Args:
        y_true: Float["b n"], 0 or 1.
        y_pred: Float["b n"], logits.

    Returns:
        Float["b"].

    Source: Liang et al. 2018, equation 2.
    """
    return -ops.sum(ops.cast(y_true, y_pred.dtype) * ops.log_softmax(y_pred, axis=-1), axis=-1)


def recall(y_true, y_pred, k=10):
    """Of the items asked for, the share among the k first; of more than k, of k: Float["b"]."""
    y_true = ops.cast(y_true, y_pred.dtype)
    found = ops.take_along_axis(y_true, ops.top_k(y_pred, k)[1], axis=-1)
    return ops.sum(found, axis=-1) / ops.clip(ops.sum(y_true, axis=-1), 1.0, float(k))
