from keras import ops


def weighted_softmax(y_true, y_pred):
    """Softmax cross-entropy of clicks, without the bias of the rank at which a document was shown.

    Args:
        y_true: Float["b d 2"], clicked or not, and the propensity of having been seen.
        y_pred: Float["b d"], scores.

    Returns:
        Float["b"].

    Source: Joachims et al. 2017, Unbiased Learning-to-Rank with Biased Feedback, section 4; with the softmax loss of
        Ai et al. 2018, equation 8.
    """
    weights = y_true[..., 0] / y_true[..., 1]  # (b, d)
    return -ops.sum(weights * ops.log_softmax(y_pred, axis=-1), axis=-1)


def dcg(y_true, y_pred):
    """Discounted cumulative gain of the scores' order; of clicks an estimate without bias. Float["b"]."""
    above = ops.expand_dims(y_pred, 1) > ops.expand_dims(y_pred, 2)  # (b, d, d): is the other one above?
    rank = 1 + ops.sum(ops.cast(above, y_pred.dtype), axis=-1)  # (b, d)
    return ops.sum(y_true[..., 0] / y_true[..., 1] * ops.log(2.0) / ops.log(1 + rank), axis=-1)
