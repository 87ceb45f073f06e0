from keras import ops


def pseudo_error(y_true, y_pred):
    """Squared error to the pseudo-value, which may lie outside 0 … 1.

    Args:
        y_true: Float["b 2"], the pseudo-value, and the true chance, not used here.
        y_pred: Float["b 1"], the chance.

    Source: Zhao and Feng 2020, Deep Neural Networks for Survival Analysis Using Pseudo Values, section III.
    """
    return (y_true[:, 0] - y_pred[:, 0]) ** 2


def chance_error(y_true, y_pred):
    """Distance to the true chance, which a simulation knows."""
    return ops.abs(y_true[:, 1] - y_pred[:, 0])
