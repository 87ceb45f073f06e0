from keras import ops


def ips(y_true, y_pred):
    """Squared error of a rating, over the propensity that it was observed; unbiased for the mean over all pairs.

        loss = (y - prediction)² / propensity

    Args:
        y_true: Float["b 2"], the rating and its propensity.
        y_pred: Float["b 1"].

    Source: Schnabel et al. 2016, arXiv 1602.05352, equation 10.
    """
    return ops.square(y_true[:, 0] - y_pred[:, 0]) / y_true[:, 1]


def squared(y_true, y_pred):
    """(y - prediction)², whatever the propensity."""
    return ops.square(y_true[:, 0] - y_pred[:, 0])
