"""YOURS. What is minimised."""


def negative_log_likelihood(y_true, y_pred):
    """Of the point itself; the model answers with its log-density, Float["b 1"]. y_true is not read."""
    return -y_pred[:, 0]
