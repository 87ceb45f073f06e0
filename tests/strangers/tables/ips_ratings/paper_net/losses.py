def inverse_propensity(y_true, y_pred):
    """Squared error of a rating, weighted by its inverse propensity: unbiased for the error over all pairs.

    Args:
        y_true: Float["b 2"], the rating and its propensity, relative to the mean one.
        y_pred: Float["b 1"], the rating.

    Source: Schnabel et al. 2016, Recommendations as Treatments, arXiv 1602.05352, section 4.
    """
    rating, propensity = y_true[:, 0], y_true[:, 1]
    return (rating - y_pred[:, 0]) ** 2 / propensity


def squared(y_true, y_pred):
    """Squared error of the rating, unweighted."""
    return (y_true[:, 0] - y_pred[:, 0]) ** 2


def perfect(y_true):
    return y_true[:, :1]
