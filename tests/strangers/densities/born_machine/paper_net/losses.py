def negative_log_likelihood(y_true, y_pred):
    """The network answers with log p of its input; there is no target."""
    return -y_pred
