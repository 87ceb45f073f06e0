from keras import ops


def glove(y_true, y_pred, x_max=100.0, alpha=0.75):
    """f(X) (y_pred - log X)², f(X) = min((X / x_max)^alpha, 1).

    Args:
        y_true: Float["*b"], counts X, above 0.
        y_pred: Float["*b"], their logarithms.
        x_max: from this count on, all weigh the same.
        alpha: how fast the weight grows until there.
    """
    weight = ops.minimum((y_true / x_max) ** alpha, 1.0)
    return weight * (y_pred - ops.log(y_true)) ** 2


def log_count(y_true):
    """The best prediction."""
    return ops.log(y_true)


def log_error(y_true, y_pred):
    """|log X - y_pred|, every pair alike."""
    return ops.abs(ops.log(y_true) - y_pred)
