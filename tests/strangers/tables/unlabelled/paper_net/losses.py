from keras import ops


def nnpu(y_true, y_pred, prior):
    """The non-negative risk of positive and unlabelled samples (equation 6) with the sigmoid loss; the same for all of a batch."""
    positive = ops.reshape(ops.cast(y_true, y_pred.dtype), (-1,))
    score = ops.reshape(y_pred, (-1,))
    of_positive = prior * mean(ops.sigmoid(-score), positive)
    of_negative = mean(ops.sigmoid(score), 1 - positive) - prior * mean(ops.sigmoid(score), positive)
    # where the negative part is below 0, the gradient goes against it, and the value stays what it is cut to (algorithm 1)
    ascent = ops.stop_gradient(ops.maximum(of_negative, 0.0) + of_negative) - of_negative
    negative = ops.where(of_negative >= 0, of_negative, ascent)
    return (of_positive + negative) * ops.ones_like(score)


def mean(values, chosen):
    return ops.sum(chosen * values) / ops.maximum(ops.sum(chosen), 1.0)
