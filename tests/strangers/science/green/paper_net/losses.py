from keras import ops


def relative_square(y_true, y_pred):
    """|u - û|² / |u|² of each sample.

    Args:
        y_true: Float["b m"], the solution on the grid.
        y_pred: Float["b m"].

    Returns:
        Float["b"], >= 0.

    Source: Boullé et al. 2022, equation 3.
    """
    return ops.sum(ops.square(y_true - y_pred), axis=-1) / ops.sum(ops.square(y_true), axis=-1)
