"""YOURS. What is minimised: a cross-entropy for each threshold between neighbouring grades."""

from keras import ops


def coral(y_true, y_pred):
    """The sum over thresholds k of the binary cross-entropy of "the grade is above k"; Cao et al. 2020, equation 4.

    Args:
        y_true: Int["b"], 0 … K.
        y_pred: Float["b K"], logits.

    Returns:
        Float["b"], >= 0.
    """
    above = levels(y_true, y_pred.shape[-1])
    return ops.sum(ops.softplus(y_pred) - above * y_pred, axis=-1)


def coral_perfect(y_true):
    """The logits that leave nothing to be desired."""
    return 100.0 * (2 * levels(y_true, 4) - 1)


def levels(y_true, thresholds):
    return ops.cast(ops.reshape(y_true, (-1, 1)) > ops.arange(thresholds, dtype=y_true.dtype), "float32")  # (b, K)


def rank_error(y_true, y_pred):
    """By how many grades the predicted one is off."""
    grade = ops.sum(ops.cast(y_pred > 0, "float32"), axis=-1)
    return ops.abs(grade - ops.cast(ops.reshape(y_true, (-1,)), "float32"))
