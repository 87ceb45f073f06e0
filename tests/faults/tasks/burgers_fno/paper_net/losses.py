"""YOURS. What is minimised: the relative error of each solution."""

from keras import ops


def relative_l2(y_true, y_pred):
    """|y_pred - y_true| / |y_true|, so that small solutions count as much as large ones; Li et al. 2021, section 5.

    Args:
        y_true: Float["b t 1"].
        y_pred: Float["b t 1"].

    Returns:
        Float["b"], >= 0; 1 for a prediction of zeros.
    """
    error = ops.sum(ops.square(y_pred - y_true), axis=(1, 2))
    size = ops.sum(ops.square(y_true), axis=(1, 2))
    return ops.sqrt(error + 1e-10) / ops.sqrt(size + 1e-10)


def error_of_each(y_true, y_pred):
    """The same, as the table reports it: of each solution, then the mean."""
    return ops.norm(y_pred - y_true, axis=(1, 2)) / ops.norm(y_true, axis=(1, 2))
