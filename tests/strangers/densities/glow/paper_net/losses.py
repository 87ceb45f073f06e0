def nats(y_true, y_pred):
    """The network answers with the log-density of the dequantized image, a bound of the image's log-probability."""
    return -y_pred
