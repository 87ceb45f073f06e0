from keras import ops


def negative_log_density(y_true, y_pred):
    """-log p(x) = -sum_d log p(x_d | x_<d).

    Args:
        y_true: not read.
        y_pred: Float["b d"], log p(x_d | x_<d).
    """
    return -ops.sum(y_pred, axis=-1)
