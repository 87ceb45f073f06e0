from keras import ops


def of_those_asked(y_true, y_pred):
    """Minus the log probability of what the annotators said, summed over those who were asked.

    Args:
        y_true: Int["b r"], the class each annotator named; -1: not asked.
        y_pred: Float["b r c"], probabilities.

    Returns:
        Float["b"], >= 0.

    Source: Tanno et al. 2019, the first term of its loss.
    """
    asked = ops.cast(y_true >= 0, y_pred.dtype)  # (b, r)
    said = ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1], dtype=y_pred.dtype)
    p = ops.sum(said * y_pred, axis=-1)  # (b, r)
    return -ops.sum(asked * ops.log(ops.maximum(p, 1e-7)), axis=-1)
