def negative_log_likelihood(y_true, y_pred):
    """The network answers log p(x) itself."""
    return -y_pred
