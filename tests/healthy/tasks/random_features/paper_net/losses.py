"""YOURS. What is minimised: the margin by which the right class wins."""

from keras import ops


def crammer_singer(y_true, y_pred):
    """max over wrong classes of (1 + their score - the right score), 0 where the margin is kept.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], scores.

    Returns:
        Float["b"], >= 0.
    """
    right = ops.one_hot(ops.reshape(y_true, (-1,)), y_pred.shape[-1], dtype=y_pred.dtype)  # (b, c)
    rival = ops.max(y_pred + 1 - 2e4 * right, axis=-1)
    return ops.relu(rival - ops.sum(right * y_pred, axis=-1))
